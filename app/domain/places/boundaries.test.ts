import { feature, mesh } from "topojson-client";
import { describe, expect, it } from "vitest";
import { areBordersApart, codesOfShapes, SHAPES_FILE_MAX_BYTES } from "./commune-shapes";
import { readBoundaryFile } from "./read-boundary-file.server";
import { simplifyAreas } from "./simplify-areas.server";
import { testBoundaries, testFeatures, type TestFeature } from "./test-boundaries";

const [one, two] = testFeatures(["00001", "00002"]) as [TestFeature, TestFeature];
const text = (written: string) => new TextEncoder().encode(written);
const file = (...features: unknown[]) => readBoundaryFile(testBoundaries(features));
const moved = (move: (x: number, y: number) => unknown[]) => ({
  ...two,
  geometry: {
    type: "Polygon",
    coordinates: ((two.geometry?.coordinates ?? []) as [number, number][][]).map((ring) =>
      ring.map(([x, y]) => move(x, y)),
    ),
  },
});
const shaped = (type: string, coordinates: unknown) => ({
  ...two,
  geometry: { type, coordinates },
});

describe("a file of boundaries", () => {
  it("is read by the code of each commune, however it is written, and its parts are put together", () => {
    const named = (properties: Record<string, unknown>) => ({ ...one, properties });
    const read = file(
      named({ code: "00001" }),
      named({ ma_xa: 2 }),
      named({ maXa: " 00003 " }),
      named({ code: "00001", name: "Cù lao" }),
      named({ name: "Hồ, không phải xã" }),
      {
        ...one,
        properties: { code: "00004" },
        geometry: shaped("MultiPolygon", [one.geometry?.coordinates]).geometry,
      },
    );
    expect(
      read.ok && read.value.areas.map(({ code, polygons }) => [code, polygons.length]),
    ).toEqual([
      ["00001", 2],
      ["00002", 1],
      ["00003", 1],
      ["00004", 1],
    ]);
  });

  it.each([
    ["nothing", null, "map_file_missing"],
    ["more than 8 MB", new Uint8Array(SHAPES_FILE_MAX_BYTES + 1), "map_file_too_large"],
    ["bytes of a picture", new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), "map_file_no_json"],
    ["half a file", text('{"type":"FeatureCollection","features":['), "map_file_no_json"],
    ["a list", text("[]"), "map_file_no_collection"],
    ["one geometry", text('{"type":"Polygon","coordinates":[]}'), "map_file_no_collection"],
    ["no feature", text('{"type":"FeatureCollection","features":[]}'), "map_file_no_collection"],
    ["a hundred thousand lists in each other", text("[".repeat(100_000)), "map_file_nested"],
    ["a million small lists", text(`[${"[],".repeat(1_000_000)}[]]`), "map_file_nested"],
  ])("that is %s is refused", (_, bytes, code) => {
    expect(readBoundaryFile(bytes)).toMatchObject({ ok: false, code });
  });

  it.each([
    ["a point", shaped("Point", [105, 22]), "map_file_no_area"],
    ["nothing", { ...two, geometry: null }, "map_file_no_area"],
    ["no list", shaped("Polygon", "105 22"), "map_file_broken"],
    ["no ring", shaped("MultiPolygon", [[]]), "map_file_broken"],
    [
      "a line",
      shaped("Polygon", [
        [
          [105, 22],
          [105.1, 22],
          [105, 22],
        ],
      ]),
      "map_file_broken",
    ],
    [
      "an open ring",
      shaped("Polygon", [
        [
          [105, 22],
          [105.1, 22],
          [105.1, 22.1],
          [105, 22.1],
        ],
      ]),
      "map_file_broken",
    ],
    ["one point again and again", moved(() => [105, 22]), "map_file_broken"],
    ["of words", moved((x, y) => [String(x), String(y)]), "map_file_broken"],
    ["of metres (VN-2000)", moved((x, y) => [x * 4_800, y * 110_000]), "map_file_projected"],
    ["without end", moved(() => [Infinity, 22]), "map_file_broken"],
    ["with latitude first", moved((x, y) => [y, x]), "map_file_swapped"],
    ["in another country", moved((x, y) => [x - 100, y + 26]), "map_file_outside"],
  ])("is refused where a feature is %s, and says which", (_, wrong, code) => {
    expect(file(one, wrong)).toEqual({ ok: false, code, detail: { feature: 2 } });
  });

  it("is refused where a number is longer than one can be", () => {
    const written = new TextDecoder().decode(testBoundaries([one, two]));
    const endless = text(written.replaceAll("105.2,", "1e999,"));
    expect(readBoundaryFile(endless)).toMatchObject({ code: "map_file_projected" });
  });

  it("is read by whichever name its codes go by, the commune's own before one that may be the province's", () => {
    const codeOf = (properties: Record<string, unknown>) => {
      const read = file({ ...one, properties });
      return read.ok ? read.value.areas.map(({ code }) => code) : read.code;
    };
    for (const name of ["code", "Code", "CODE", "ma_xa", "MA_XA", "maXa", "MaXa", "MAXA"]) {
      expect([name, codeOf({ [name]: "00691" })]).toEqual([name, ["00691"]]);
    }
    expect(codeOf({ code: "08", ma_xa: "00691" })).toEqual(["00691"]);
    expect(codeOf({ code: "00691", ma_xa: null })).toEqual(["00691"]);
    expect(codeOf({ ma_tinh: "08" })).toBe("map_file_no_code");
  });

  it("may have thousands of parts of one commune, and areas without a code, which are counted", () => {
    const small = {
      ...one,
      geometry: {
        type: "MultiPolygon",
        coordinates: Array.from({ length: 2 }, () => [
          [
            [105, 22],
            [105.1, 22],
            [105.1, 22.1],
            [105, 22],
          ],
        ]),
      },
    };
    const nameless = { ...small, properties: null };
    const read = file(...Array.from({ length: 4_000 }, () => small), nameless, nameless);
    expect(read.ok && [read.value.areas.length, read.value.noCodeCount]).toEqual([1, 2]);
    expect(read.ok && read.value.areas[0]?.polygons).toHaveLength(8_000);
  });

  it("is refused without a code, and with more than a map can need", () => {
    expect(file({ ...one, properties: { name: "Xã" } })).toMatchObject({
      code: "map_file_no_code",
    });
    const corner = [
      [
        [105, 22],
        [105.1, 22],
        [105.1, 22.1],
        [105, 22],
      ],
    ];
    const small = { ...one, geometry: { type: "Polygon", coordinates: corner } };
    const many = readBoundaryFile(testBoundaries(Array.from({ length: 5_001 }, () => small)));
    expect(many).toMatchObject({ code: "map_file_crowded" });
  });
});

describe("simplified boundaries", () => {
  const codes = Array.from({ length: 120 }, (_, i) => String(i + 1).padStart(5, "0"));
  const island = {
    code: "00200",
    polygons: [
      [
        [
          [107, 21],
          [107.001, 21],
          [107.001, 21.001],
          [107, 21],
        ],
      ],
    ],
  } as const;
  const read = readBoundaryFile(testBoundaries(testFeatures(codes, 10)));
  const areas = read.ok ? read.value.areas : [];
  const shapes = simplified([...areas, island]);
  const features = feature(shapes, shapes.objects.communes).features;

  it("have every commune, the smallest too", () => {
    expect(codesOfShapes(shapes)).toEqual([...codes, "00200"]);
    for (const { id, geometry } of features) {
      expect([id, areaOf(ringOf(geometry)) > 0]).toEqual([id, true]);
    }
  });

  it("have far fewer points, and fit a small drawing", () => {
    const points = areas.flatMap(({ polygons }) => polygons.flat(2)).length;
    expect(points).toBeGreaterThan(25_000);
    expect(shapes.arcs.flat().length).toBeLessThan(3_500);
  });

  it("leave no gap: what one commune has for a border, its neighbour has point by point", () => {
    const seen = new Map<string, number>();
    const squares = features.filter(({ id }) => id !== "00200");
    for (const { geometry } of squares) {
      const ring = ringOf(geometry);
      for (const [i, point] of ring.slice(0, -1).entries()) {
        const ends = [String(point), String(ring[i + 1])].toSorted().join(" ");
        seen.set(ends, (seen.get(ends) ?? 0) + 1);
      }
    }
    const alone = [...seen.values()].filter((count) => count === 1).length;
    const outside = mesh(shapes, shapes.objects.communes as never, (a, b) => a === b);
    const edge = outside.coordinates.flatMap((line) => line.slice(1)).length;
    expect([...seen.values()].every((count) => count <= 2)).toBe(true);
    // The island's own three sides or so are in the edge of the whole, and not among the squares.
    expect(edge - alone).toBeLessThanOrEqual(3);
    expect(edge - alone).toBeGreaterThan(0);
  });
});

it("leaves out the smallest of thousands of islands, and none of the communes", () => {
  const rock = (i: number): [number, number][] => {
    const [x, y, size] = [
      105 + (i % 100) / 100,
      20 + Math.floor(i / 100) / 100,
      (1 + (i % 7)) / 1_000,
    ];
    return [
      [x, y],
      [x + size, y],
      [x, y + size],
      [x, y],
    ];
  };
  const codes = ["00001", "00002"];
  const areas = codes.map((code, of) => ({
    code,
    polygons: Array.from({ length: 4_000 }, (_, i) => [rock(i * 2 + of)]),
  }));
  const shapes = simplified(areas);
  expect(codesOfShapes(shapes)).toEqual(codes);
  expect(shapes.arcs.length).toBeLessThanOrEqual(302);
});

it("refuses borders that meet too often to be made small", () => {
  const points = Array.from({ length: 12_000 }, (_, i): [number, number] => [
    104 + (i % 120) / 60,
    20 + Math.floor(i / 120) / 60,
  ]);
  // Two communes whose borders cross at every point.
  const areas = [points, points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])].map((ring, i) => ({
    code: `0000${i + 1}`,
    polygons: [[[...ring, ring[0] ?? [0, 0]]]] as [number, number][][][],
  }));
  expect(simplifyAreas(areas)).toMatchObject({ code: "map_file_borders" });
});

describe("borders that neighbours do not share", () => {
  const codes = Array.from({ length: 30 }, (_, i) => String(i + 1).padStart(5, "0"));
  /** Each commune's border a little off, by so many degrees at most. */
  const jittered = (most: number) => {
    let seed = 7;
    const next = () => {
      seed = (seed * 16_807) % 2_147_483_647;
      return (seed / 2_147_483_647 - 0.5) * 2 * most;
    };
    const read = readBoundaryFile(testBoundaries(testFeatures(codes, 6)));
    if (!read.ok) throw new Error(read.code);
    return read.value.areas.map(({ code, polygons }) => ({
      code,
      polygons: polygons.map((rings) =>
        rings.map((ring) => {
          const points = ring
            .slice(0, -1)
            .map(([x, y]): [number, number] => [x + next(), y + next()]);
          return [...points, points[0] ?? [0, 0]] as [number, number][];
        }),
      ),
    }));
  };

  it("are said, while those that meet are not, nor those of a few communes", () => {
    expect(areBordersApart(simplified(jittered(0)))).toBe(false);
    expect(areBordersApart(simplified(jittered(0.002)))).toBe(true);
    expect(areBordersApart(simplified(jittered(0.002).slice(0, 5)))).toBe(false);
  });

  it("are refused for what they are where they touch too often to be drawn small", () => {
    expect(simplifyAreas(jittered(0.000_05))).toEqual({ ok: false, code: "map_file_borders" });
  });
});

it("keeps no more points than a small drawing needs where all weigh the same", () => {
  const ring = Array.from({ length: 5_000 }, (_, i): [number, number] => [
    104 + i / 5_000,
    20 + (i % 2) / 100,
  ]);
  const shapes = simplified([{ code: "00001", polygons: [[[...ring, [104, 20]]]] }]);
  expect(shapes.arcs.flat().length).toBeLessThanOrEqual(3_000);
});

it("keeps as many islands as it may where all are of one size", () => {
  const rock = (i: number) => {
    const [x, y] = [105 + (i % 20) / 32, 20 + Math.floor(i / 20) / 32];
    const size = 1 / 64;
    return [[[x, y] as const, [x + size, y] as const, [x, y + size] as const, [x, y] as const]];
  };
  const shapes = simplified([
    { code: "00001", polygons: Array.from({ length: 400 }, (_, i) => rock(i)) },
  ]);
  expect(shapes.arcs).toHaveLength(301);
});

function simplified(areas: Parameters<typeof simplifyAreas>[0]) {
  const done = simplifyAreas(areas);
  if (!done.ok) throw new Error(done.code);
  return done.value;
}

type Points = number[][];

function ringOf(geometry: { type: string; coordinates?: unknown }): Points {
  const { type, coordinates } = geometry;
  return type === "Polygon"
    ? ((coordinates as Points[])[0] ?? [])
    : ((coordinates as Points[][])[0]?.[0] ?? []);
}

function areaOf(ring: Points): number {
  const twice = ring.slice(0, -1).map(([x = 0, y = 0], i) => {
    const [nextX = 0, nextY = 0] = ring[i + 1] ?? [];
    return x * nextY - nextX * y;
  });
  return Math.abs(twice.reduce((sum, part) => sum + part, 0)) / 2;
}
