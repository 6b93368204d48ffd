import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumVnd, vnd } from "~/platform/money";
import { sumCommune, type SalesMonth } from "./commune-sales";
import { rankCommunes, rankingSpan, type RankInput } from "./ranking";
import type { StandingTarget } from "./types-targets";

const target = (code: string, value: number): StandingTarget => ({
  id: code,
  year: "2026",
  communeCode: code,
  kind: "sales_goods_vnd",
  vintage: 1,
  value,
  source: "QĐ",
  setAt: 0,
  isSample: false,
});

/** What one sold, of what it is asked for; null: withheld, or not asked for. */
const input = (
  code: string,
  { sold, asked, sellers = 5 }: { sold: number | null; asked: number | null; sellers?: number },
): RankInput => ({
  code,
  name: code,
  sum: {
    salesVnd: sold === null ? null : vnd(sold),
    peakSellerCount: sold === null ? null : sellers,
    lastSellerCount: sold === null ? null : sellers,
  },
  target: asked === null ? null : target(code, asked),
  line: [],
});

const placesOf = (communes: readonly RankInput[]) => {
  const { ranked, unranked } = rankCommunes(communes);
  return [
    ...ranked.map(({ code, rank }) => `${code} ${rank}`),
    ...unranked.map(({ code, reason }) => `${code} ${reason}`),
  ];
};

describe("a ranking", () => {
  it("is by the part of the target, and who is level shares a rank", () => {
    const communes = [
      input("a", { sold: 10, asked: 40 }),
      input("b", { sold: 900, asked: 1_000 }),
      input("c", { sold: 9, asked: 10 }),
      input("d", { sold: 5, asked: 100 }),
      input("e", { sold: 3, asked: 12 }),
    ];
    expect(placesOf(communes)).toEqual(["b 1", "c 1", "a 3", "e 3", "d 5"]);
  });

  it("tells apart what rounding would make level, and đồng that no number can multiply", () => {
    const communes = [
      input("a", { sold: 333_333, asked: 1_000_000 }),
      input("b", { sold: 333_334, asked: 1_000_000 }),
      input("c", { sold: 9_007_199_254_740_989, asked: 9_007_199_254_740_990 }),
      input("d", { sold: 9_007_199_254_740_988, asked: 9_007_199_254_740_989 }),
    ];
    expect(placesOf(communes)).toEqual(["c 1", "d 2", "b 3", "a 4"]);
  });

  it("gives no rank without a target, with few sellers, or where nothing may be told, and says so", () => {
    const communes = [
      input("a", { sold: 10, asked: null }),
      input("b", { sold: 10, asked: 10, sellers: 2 }),
      input("c", { sold: null, asked: 10 }),
      input("d", { sold: null, asked: null }),
      input("e", { sold: -5, asked: 10, sellers: 3 }),
      input("f", { sold: 0, asked: 10, sellers: 3 }),
    ];
    expect(placesOf(communes)).toEqual([
      "f 1",
      "e 2",
      "a no_target",
      "b few_sellers",
      "c withheld",
      "d withheld",
    ]);
  });

  it("is what counting who is ahead makes, whatever was sold and asked for", () => {
    const commune = fc.record({
      sold: fc.option(fc.integer({ min: -20, max: 60 })),
      asked: fc.option(fc.integer({ min: 1, max: 12 })),
      sellers: fc.integer({ min: 0, max: 6 }),
    });
    fc.assert(
      fc.property(fc.array(commune, { maxLength: 12 }), (list) => {
        const communes = list.map((one, index) => input(String(index), one));
        const counted = list.flatMap(({ sold, asked, sellers }, index) =>
          sold === null || asked === null || sellers < 3 ? [] : [{ code: index, sold, asked }],
        );
        // By fractions of small numbers, whose quotients are exact enough to be told apart.
        const expected = counted.map(({ code, sold, asked }) => {
          const ahead = counted.filter((other) => other.sold / other.asked > sold / asked + 1e-9);
          return [String(code), ahead.length + 1];
        });
        const { ranked, unranked } = rankCommunes(communes);
        expect(Object.fromEntries(ranked.map(({ code, rank }) => [code, rank]))).toEqual(
          Object.fromEntries(expected),
        );
        expect(ranked.length + unranked.length).toBe(list.length);
        expect(ranked.map(({ rank }) => rank)).toEqual(
          ranked.map(({ rank }) => rank).toSorted((a, b) => a - b),
        );
      }),
    );
  });
});

describe("the sum of a commune", () => {
  const month = (name: string, cells: SalesMonth["cells"], isWithheld = false): SalesMonth => ({
    month: name,
    edition: 1,
    methodVersion: 5,
    hash: "",
    publishedAt: 0,
    isWithheld,
    cells,
  });
  const open = (code: string, sales: number, sellerCount: number) => ({
    code,
    salesVnd: vnd(sales),
    sellerCount,
  });
  const withheld = (code: string) => ({ code, salesVnd: null, sellerCount: null });
  const nothing = { salesVnd: null, peakSellerCount: null, lastSellerCount: null };

  it("is of all months, with the most sellers of one of them and those of the last", () => {
    const months = [
      month("2026-01", [open("a", 100, 4)]),
      month("2026-02", [open("b", 7, 3)]),
      month("2026-03", [open("a", 20, 3), open("b", 1, 3)]),
    ];
    expect(sumCommune("a", months)).toEqual({
      salesVnd: sumVnd([120]),
      peakSellerCount: 4,
      lastSellerCount: 3,
    });
    expect(sumCommune("c", months)).toMatchObject({ salesVnd: 0, peakSellerCount: 0 });
  });

  it("is not told when one of its months is not, as a cell or with its whole table", () => {
    const first = month("2026-01", [open("a", 100, 4), open("b", 5, 3)]);
    expect(sumCommune("a", [first, month("2026-02", [withheld("a")])])).toEqual(nothing);
    expect(sumCommune("b", [first, month("2026-02", [withheld("a")])])).toMatchObject({
      salesVnd: 5,
    });
    expect(sumCommune("b", [first, month("2026-02", [], true)])).toEqual(nothing);
  });
});

it("counts the months of a year that stand, up to the one that is asked for", () => {
  const stands = { first: "2025-11", last: "2026-03" };
  const spanOf = (year: string | null, to: string | null) => rankingSpan(stands, { year, to });
  expect(spanOf(null, null)).toEqual({
    years: ["2026", "2025"],
    year: "2026",
    months: ["2026-01", "2026-02", "2026-03"],
  });
  expect(spanOf("2026", "02")?.months).toEqual(["2026-01", "2026-02"]);
  expect(spanOf("2026", "11")?.months).toEqual(["2026-01", "2026-02", "2026-03"]);
  expect(spanOf("2025", "03")?.months).toEqual(["2025-11", "2025-12"]);
  expect(spanOf("2025", "x")?.months).toEqual(["2025-11", "2025-12"]);
  expect([spanOf("2024", null), spanOf("26", null)]).toEqual([null, null]);
  expect(rankingSpan(null, { year: null, to: null })).toBe(null);
});
