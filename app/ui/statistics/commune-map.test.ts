import { describe, expect, it } from "vitest";
import { testShapes } from "~/domain/places/test-shapes";
import { discloseMonth, publicMonthOf } from "~/domain/statistics/disclosed-month";
import { formatVnd, vnd } from "~/platform/money";
import { translatorFor } from "~/web/i18n";
import {
  drawBoundaries,
  drawCommuneMap,
  mapCellsOf,
  mapFactsOf,
  type CommuneMap,
} from "./commune-map";
import { readMapSize, svgOfMap } from "./map-document";
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
    t: translatorFor("vi"),
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
      ? /<path class="c\d"/g
      : /<rect x="\d+" y="\d+" width="5\d"[^>]*class="c\d e"/g;
    expect(count(svg, areas)).toBe(124);
    for (const level of [1, 2, 3, 4, 5]) expect(svg).toContain(`class="c${level}`);
    const hatched = count(svg, of ? /fill="url\(#m\)"/g : /fill="url\(#h\)"/g);
    expect(hatched).toBe(of ? 15 : 16); // squares share their hatch with the legend
    expect(svg).toContain(">Không nêu<");
    expect(svg).toContain("2.500.000");
  });

  it("has the height that its page was told", () => {
    const facts = mapFactsOf(full(of));
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
    const hatched = /<path class="c1" d="([^"]+)"\/><path fill="url\(#m\)" d="\1"\/>/;
    expect(hatched.test(drawn)).toBe(true);
  });

  it("makes no map where nothing is told", () => {
    const { open } = cellsOf(monthOf({ "00001": [10_000] }));
    expect(mapFactsOf({ communes, shapes, cells: open })).toBe(null);
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
  const facts = mapFactsOf(full(testShapes(CODES.slice(2), 11)));
  expect(facts).toMatchObject({ communeCount: 122, isSquares: false, undrawn: ["00001", "00002"] });
  expect(mapFactsOf(full(null))).toMatchObject({ communeCount: 124, isSquares: true, undrawn: [] });
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
