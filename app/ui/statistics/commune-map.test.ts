import { describe, expect, it } from "vitest";
import { shapesOf, testShapes } from "~/domain/places/test-shapes";
import { discloseMonth, publicMonthOf } from "~/domain/statistics/disclosed-month";
import { formatVnd, vnd } from "~/platform/money";
import {
  drawBoundaries,
  drawCommuneMap,
  mapCellsOf,
  mapFactsOf,
  type CommuneMap,
} from "./commune-map";
import { readMapSize, svgOfMap } from "./map-document";
import { heightOfShapes, outlinesOf } from "./map-shapes";
import { MAP_STYLE } from "./map-style";
import { tilesOf } from "./map-tiles";

const CODES = Array.from({ length: 124 }, (_, i) => String(i + 1).padStart(5, "0"));
const communes = CODES.map((code) => ({ code, name: `Xã Đồng Văn ${Number(code)}` }));

const shapes = testShapes(CODES, 11);

/** A month of so many sellers in each commune, each with this much. */
function monthOf(sold: Record<string, readonly number[]>) {
  const sellers = Object.entries(sold).flatMap(([communeCode, amounts]) =>
    amounts.map((itemsVnd, i) => ({
      householdId: `${communeCode}-${i}`,
      communeCode,
      method: "cod",
      channel: "web",
      itemsVnd,
    })),
  );
  return discloseMonth({
    sales: sellers.map((one) => ({ ...one, ocopSet: 4, stars: 3, returnedVnd: 0 })),
    orders: sellers.map((one) => ({ ...one, orderCount: 2, shippingVnd: 0 })),
  });
}

const draw = (map: CommuneMap, size: "wide" | "narrow" = "wide") =>
  drawCommuneMap(map, {
    size,
    language: "vi",
    title: "Doanh thu <theo xã>",
    note: ["Nguồn: đơn & hàng", "Phạm vi", "Công bố"],
  });
const cellsOf = (month: ReturnType<typeof monthOf>) => ({
  open: mapCellsOf(publicMonthOf(month).cells),
  desk: mapCellsOf(month.cells),
});
const full = (of = shapes as CommuneMap["shapes"]): CommuneMap => ({
  communes,
  shapes: of,
  cells: CODES.slice(0, 100).map((code, i) => ({
    code,
    salesVnd: (i % 7 === 0 ? null : (i + 1) * 1_250_000) as never,
    isOpen: i % 7 !== 0,
  })),
});
const count = (svg: string, pattern: RegExp) => (svg.match(pattern) ?? []).length;

describe.each([
  ["of boundaries", shapes],
  ["of squares", null],
])("a map %s", (_, of) => {
  const svg = draw(full(of));

  it("is small, well-formed, still, and asks for nothing from elsewhere", () => {
    for (const size of ["wide", "narrow"] as const) {
      const drawn = draw(full(of), size);
      expect(Buffer.byteLength(drawn)).toBeLessThan(60_000);
      const ids = [...drawn.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
      const withoutStyle = drawn.replaceAll(/<style[^]*?<\/style>/g, "");
      expect(withoutStyle.replaceAll(/<\/?[a-z]+(\s+[\w:-]+="[^"<>]*")*\s*\/?>/gi, "")).not.toMatch(
        /[<>]/,
      );
      expect(drawn).not.toMatch(
        /<script|<animate|@keyframes|on[a-z]+="|<image|url\((?!#)|@import/i,
      );
      expect(drawn).toContain("prefers-color-scheme:dark");
      expect(drawn).toContain("<title>Doanh thu &lt;theo xã&gt;</title>");
    }
  });

  it("has each commune of the province once, in five colours, hatched or plain", () => {
    const areas = of
      ? /<(?:path|g) class="c\d"/g
      : /<rect x="\d+" y="\d+" width="5\d"[^>]*class="c\d e"/g;
    expect(count(svg, areas)).toBe(124);
    for (const level of [1, 2, 3, 4, 5]) expect(svg).toContain(`class="c${level}`);
    const hatched = count(svg, of ? /<use href="#a\d+"/g : /fill="url\(#h\)"/g);
    expect(hatched).toBe(of ? 15 : 16); // squares share their hatch with the legend
    expect(svg).toContain(">Không nêu<");
    expect(svg).toContain("2.500.000");
  });

  it("has the height that its page was told", () => {
    const facts = mapFactsOf(full(of), "vi");
    for (const size of ["wide", "narrow"] as const) {
      const { width, height } = facts?.sizes[size] ?? {};
      expect(draw(full(of), size)).toContain(`width="${width}" height="${height}"`);
    }
  });
});

describe("what is withheld", () => {
  const bigOnes = { "00002": [50, 60, 70], "00003": [150, 160, 170], "00004": [250, 260, 270] };
  const scaled = Object.fromEntries(
    Object.entries(bigOnes).map(([code, sold]) => [code, sold.map((one) => one * 10_000)]),
  );
  const month = monthOf({ ...scaled, "00001": [123_457] });

  it("leaves no trace of what it is on the public map, neither in numbers nor in colours", () => {
    const isHidden = ({ disclosure }: { disclosure: string }) => disclosure !== "open";
    const hidden = month.cells.filter(isHidden);
    expect(hidden.map(({ code }) => code)).toContain("00001");
    expect(month.cells.length).toBeGreaterThan(hidden.length);
    const other = {
      ...month,
      cells: month.cells.map((cell) =>
        isHidden(cell) ? { ...cell, salesVnd: vnd(987_654_321) } : cell,
      ),
    };
    for (const of of [shapes, null]) {
      const drawn = draw({ communes, shapes: of, cells: cellsOf(month).open });
      const again = draw({ communes, shapes: of, cells: cellsOf(other).open });
      expect(again === drawn).toBe(true);
      for (const { salesVnd } of hidden) {
        expect(drawn.includes(formatVnd(salesVnd, "vi"))).toBe(false);
      }
    }
  });

  it("has its colour under the hatch on the department's", () => {
    const drawn = draw({ communes, shapes, cells: cellsOf(month).desk });
    expect(drawn).toContain(">Gạch chéo: không nêu công khai<");
    const ids = [...drawn.matchAll(/<g class="c1"><path id="(a\d+)"/g)].map(([, id]) => id);
    const [, uses = ""] = /<g fill="url\(#m\)">(.*?)<\/g>/.exec(drawn) ?? [];
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) expect(uses).toContain(`<use href="#${id}"/>`);
  });

  it("makes no map where nothing is told", () => {
    const { open } = cellsOf(monthOf({ "00001": [10_000] }));
    expect(mapFactsOf({ communes, shapes, cells: open }, "vi")).toBe(null);
    const when = { size: "wide", month: "2026-10", language: "vi", methods: [] } as const;
    const asOf = { kind: "published", at: 0 } as const;
    expect(svgOfMap({ communes, shapes, cells: open }, { ...when, asOf })).toBe(null);
    expect([readMapSize("wide"), readMapSize("huge"), readMapSize(null)]).toEqual([
      "wide",
      null,
      null,
    ]);
  });
});

it("names communes that have sales and no boundaries", () => {
  const facts = mapFactsOf(full(testShapes(CODES.slice(2), 11)), "vi");
  expect(facts).toMatchObject({ communeCount: 122, isSquares: false, undrawn: ["00001", "00002"] });
  expect(mapFactsOf(full(null), "vi")).toMatchObject({
    communeCount: 124,
    isSquares: true,
    undrawn: [],
  });
});

it("draws boundaries alone before they are used, all in one colour and without a legend", () => {
  const svg = drawBoundaries(shapes, "wide", "Xem thử");
  expect(count(svg, /<path class="c1"/g)).toBe(124);
  expect(svg).not.toContain("<text");
});

it("lays squares out in the order of their names, and none on another", () => {
  const { tiles, width, height, tile } = tilesOf(communes.toReversed(), 560);
  expect(tiles.map(({ code }) => code)).toEqual(CODES);
  expect(new Set(tiles.map(({ x, y }) => `${x} ${y}`)).size).toBe(124);
  expect(Math.max(...tiles.map(({ x }) => x)) + tile.width).toBeLessThanOrEqual(width);
  expect(Math.max(...tiles.map(({ y }) => y)) + tile.height).toBe(height);
  const mixed = [
    "Phường Hà Giang 2",
    "Xã Đồng Văn",
    "Xã Du Già",
    "Phường An Tường",
    "Xã Hà Giang 1",
  ];
  const order = tilesOf(
    mixed.map((name) => ({ code: name, name })),
    560,
  ).tiles;
  expect(order.map(({ code }) => code)).toEqual([3, 2, 1, 4, 0].map((place) => mixed[place]));
  const named = (name: string) => tilesOf([{ code: "1", name }], 340).tiles[0]?.lines;
  expect(named("Xã Mèo Vạc")).toEqual(["Mèo Vạc"]);
  expect(named("Phường Đồng Văn")).toEqual(["Đồng", "Văn"]);
  expect(named("Xã Thượng Nông Trung Hạ Bình")).toEqual(["Thượng", "Nông", "Trung…"]);
});

it("stays small where all of it is hatched", () => {
  const hidden = full().cells.map((cell) => ({ ...cell, isOpen: false }));
  const [plain, hatched] = [full().cells.map((cell) => ({ ...cell, isOpen: true })), hidden].map(
    (cells) => Buffer.byteLength(draw({ ...full(), cells })),
  );
  expect(hatched).toBeLessThan(60_000);
  expect((hatched ?? 0) - (plain ?? 0)).toBeLessThan(100 * 90);
});

it("leaves holes open, whichever way their file winds them", () => {
  const ring = (size: number, isLeft: boolean) => {
    const points = [
      [105 - size, 21 - size],
      [105 + size, 21 - size],
      [105 + size, 21 + size],
      [105 - size, 21 + size],
      [105 - size, 21 - size],
    ] as [number, number][];
    return isLeft ? points : points.toReversed();
  };
  const drawn = [true, false].flatMap((outer) =>
    [true, false].map((hole) => {
      const one = { code: "00001", polygons: [[ring(0.2, outer), ring(0.1, hole)]] };
      const svg = drawBoundaries(shapesOf([one]), "wide", "Hồ");
      const paths = / d="([^"]+z)"/.exec(svg)?.[1]?.split("z").slice(0, -1) ?? [];
      return paths.map((path) => Math.sign(turnOf(path)));
    }),
  );
  expect(drawn).toEqual(Array.from({ length: 4 }, () => [-1, 1]));
});

/** Twice what a closed path of relative lines encloses; by its sign, which way it runs. */
function turnOf(path: string): number {
  const [, ...steps] = path.split("l");
  const numbers = (steps[0]?.match(/-?\d+/g) ?? []).map(Number);
  let [x, y, sum] = [0, 0, 0];
  for (let i = 0; i < numbers.length; i += 2) {
    const [nextX, nextY] = [x + (numbers[i] ?? 0), y + (numbers[i + 1] ?? 0)];
    sum += x * nextY - nextX * y;
    [x, y] = [nextX, nextY];
  }
  return sum;
}

it("gives long amounts a column of their own width", () => {
  const rich = (factor: number) => ({
    ...full(),
    cells: full().cells.map((cell, i) => ({ ...cell, salesVnd: ((i + 1) * factor) as never })),
  });
  const columns = (map: CommuneMap) =>
    new Set([...draw(map).matchAll(/<text x="(\d+)" y="\d+" class="k"/g)].map(([, x]) => x)).size;
  expect(columns(rich(1_250_000))).toBe(2);
  expect(columns(rich(1_250_000_000))).toBe(1);
  const { wide } = mapFactsOf(rich(1_250_000_000), "vi")?.sizes ?? {};
  expect(draw(rich(1_250_000_000))).toContain(`height="${wide?.height}"`);
});

it("has colours in even steps of lightness", () => {
  for (const scheme of MAP_STYLE.matchAll(/svg\{[^}]+\}/g)) {
    const levels = [...scheme[0].matchAll(/--c\d:(#[0-9a-f]{6})/g)].map(([, hex = ""]) =>
      lightnessOf(hex),
    );
    const steps = levels.slice(1).map((level, i) => Math.abs(level - (levels[i] ?? 0)));
    expect(levels).toHaveLength(5);
    expect(Math.max(...steps) - Math.min(...steps)).toBeLessThan(1);
    expect(Math.min(...steps)).toBeGreaterThan(15);
  }
});

/** L* (CIE 1976). */
function lightnessOf(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 116 * Math.cbrt(0.2126 * r + 0.7152 * g + 0.0722 * b) - 16;
}

it("draws islands far away in a frame of their own, and leaves the mainland as large as it was", () => {
  const rock = (x: number, y: number): [number, number][] => [
    [x, y],
    [x + 0.004, y],
    [x + 0.004, y + 0.004],
    [x, y],
  ];
  const islands = { code: "00200", polygons: [[rock(112.3, 16.5)], [rock(114.3, 11.4)]] };
  const near = testShapes(CODES.slice(0, 20), 5);
  const all = testShapes(CODES.slice(0, 20), 5, [islands]);
  const box = { width: 560, height: 560 };
  const [alone, together] = [near, all].map((one) => outlinesOf(one, box));
  const width = (path = "") => Number(/^M(\d+)/.exec(path)?.[1] ?? NaN);
  for (const [i, { code, path }] of (alone?.areas ?? []).entries()) {
    expect(together?.areas[i]?.code).toBe(code);
    expect(Math.abs(width(together?.areas[i]?.path) - width(path))).toBeLessThan(25);
  }
  const dots = /^(M\d+ \d+h40v40h-40z){2}$/;
  const island = together?.areas.find(({ code }) => code === "00200")?.path ?? "";
  expect(island).toMatch(dots);
  expect(together?.borders).toContain(island);
  const height = heightOfShapes(all, box);
  expect(height).toBeGreaterThan(heightOfShapes(near, box) + 100);
  for (const [, x, y] of island.matchAll(/M(\d+) (\d+)/g)) {
    expect([Number(x) < 5_600 - 40, Number(y) < (height - 4) * 10 - 40]).toEqual([true, true]);
    expect(Number(y)).toBeGreaterThan(heightOfShapes(near, box) * 10);
  }
  expect(mapFactsOf(full(all), "vi")?.hasFarIslands).toBe(true);
  expect(mapFactsOf(full(near), "vi")?.hasFarIslands).toBe(false);
});
