import { describe, expect, test } from "vitest";
import { vnd } from "~/platform/money";
import { discloseMonth } from "./disclosed-month";
import { FIGURE_CODES } from "./figure-codes";
import { billionDecimalsOf, figureChange, figureDigits, figureOf, formatFigure } from "./figures";
import { isInNumerator, measureMonth, type MonthFacts } from "./indicator";
import { RETAIL_KINDS } from "./retail-stages";
import type { RetailTotal } from "./types";
import { withholdFigures } from "./withhold-figures";

const GOODS: RetailTotal = {
  id: "rtt_1",
  month: "2026-10",
  kind: "goods",
  amountVnd: vnd(1_000_000_000),
  stage: "final",
  source: "Báo cáo tháng 10",
  publishedOn: "2026-11-28",
  enteredAt: 0,
  isSample: false,
};
const ALL: RetailTotal = {
  ...GOODS,
  id: "rtt_2",
  kind: "goods_services",
  amountVnd: vnd(2_000_000_000),
};

function factsOf(change: Partial<MonthFacts> = {}): MonthFacts {
  return {
    month: "2026-10",
    sales: [
      { channel: "web", method: "vietqr", ocopSet: 4, itemsVnd: 300_000, returnedVnd: 0 },
      { channel: "web", method: "cod", ocopSet: 11, itemsVnd: 100_000, returnedVnd: 0 },
      { channel: "web", method: "vietqr", ocopSet: 26, itemsVnd: 200_000, returnedVnd: 0 },
      { channel: "assisted", method: "cod", ocopSet: 4, itemsVnd: 50_000, returnedVnd: 0 },
      { channel: "assisted", method: "cod", ocopSet: 26, itemsVnd: 7_000, returnedVnd: 0 },
      { channel: "wholesale", method: "vietqr", ocopSet: 4, itemsVnd: 9_000_000, returnedVnd: 1 },
    ],
    orders: [
      { channel: "web", method: "vietqr", orderCount: 2, shippingVnd: 40_000 },
      { channel: "web", method: "cod", orderCount: 1, shippingVnd: 20_000 },
      { channel: "assisted", method: "cod", orderCount: 2, shippingVnd: 30_000 },
      { channel: "wholesale", method: "vietqr", orderCount: 4, shippingVnd: 0 },
    ],
    activeSellerCount: 3,
    retailTotals: { goods: GOODS, goods_services: ALL },
    ...change,
  };
}

describe("what counts", () => {
  test.each([
    ["web", 4, ["goods", "goods_services"]],
    ["web", 25, ["goods", "goods_services"]],
    ["web", 26, ["goods_services"]],
    ["assisted", 4, []],
    ["assisted", 26, []],
    ["wholesale", 4, []],
    ["unheard_of", 4, []],
  ])("%s, set %d is in the numerators of %j", (channel, ocopSet, kinds) => {
    const counted = RETAIL_KINDS.filter((kind) => isInNumerator(kind, { channel, ocopSet }));
    expect(counted).toEqual(kinds);
  });

  test("cash at the door counts, services only in the wider share, helpers' orders and shipping in none", () => {
    const month = measureMonth(factsOf());
    expect(month.salesVnd).toEqual({ goods: 400_000, goods_services: 600_000 });
    expect(month.servicesVnd).toBe(200_000);
    expect(month.assistedVnd).toBe(57_000);
    expect([month.wholesaleVnd, month.wholesaleOrderCount]).toEqual([8_999_999, 4]);
    expect(month.shippingVnd).toBe(90_000);
    expect([month.orderCount, month.assistedOrderCount]).toEqual([3, 2]);
    expect([month.cashlessVnd, month.cashlessOrderCount]).toEqual([500_000, 2]);
  });

  test("each share has its own denominator, and both are rounded from exact amounts", () => {
    const month = measureMonth(factsOf());
    const digits = (code: "share_goods" | "share_goods_services") =>
      figureDigits(figureOf(code, month));
    expect(digits("share_goods")).toBe("0.0400");
    expect(digits("share_goods_services")).toBe("0.0300");
  });
});

describe("what is not known", () => {
  test("is never a zero: a missing denominator has no share", () => {
    const month = measureMonth(factsOf({ retailTotals: { goods: null, goods_services: ALL } }));
    expect(figureOf("share_goods", month).value).toBeNull();
    expect(formatFigure(figureOf("share_goods", month), "vi")).toBeNull();
    expect(figureDigits(figureOf("retail_goods", month))).toBe("");
    expect(figureDigits(figureOf("share_goods_services", month))).toBe("0.0300");
  });

  test("a month without sales has shares of zero and no cashless rate", () => {
    const month = measureMonth(factsOf({ sales: [], orders: [], activeSellerCount: 0 }));
    expect(figureDigits(figureOf("share_goods", month))).toBe("0.0000");
    expect(figureDigits(figureOf("cashless_value", month))).toBe("");
  });
});

describe("what would tell a family's income", () => {
  const open = discloseMonth({ sales: [], orders: [] });

  test("is taken out for the public, and nothing else is", () => {
    const figures = {
      ...open.figures,
      services: "small",
      sales_goods_services: "secondary",
      cashless_value: "small",
    } as const;
    const measured = measureMonth(factsOf());
    const month = withholdFigures(measured, { ...open, figures });
    expect(month.withheld).toEqual(["sales_goods_services", "services", "cashless_value"]);
    const hidden = FIGURE_CODES.filter((code) => figureDigits(figureOf(code, month)) === "");
    expect(hidden).toEqual(month.withheld);
    expect(month.servicesVnd + month.salesVnd.goods_services).toBe(0);
    expect(figureOf("sales_goods", month)).toEqual(figureOf("sales_goods", measured));
  });

  test("all of it leaves the official figures", () => {
    const codes = FIGURE_CODES.filter((code) => !code.startsWith("retail_"));
    const small = Object.fromEntries(codes.map((code) => [code, "small"]));
    const figures = { ...open.figures, ...small };
    const month = withholdFigures(measureMonth(factsOf()), { ...open, figures });
    const shown = FIGURE_CODES.filter((code) => figureDigits(figureOf(code, month)) !== "");
    expect(shown).toEqual(["retail_goods", "retail_goods_services"]);
    const { retailTotals: _, withheld: __, ...sales } = month;
    expect(JSON.stringify(sales)).not.toMatch(/[1-9]0{3}|:[1-9]/);
  });

  test("stays as it is where enough sellers stand behind it", () => {
    const measured = measureMonth(factsOf());
    expect(withholdFigures(measured, open)).toEqual(measured);
  });
});

describe("what became of a figure", () => {
  const now = measureMonth(factsOf());
  const change = (code: (typeof FIGURE_CODES)[number], earlier: Partial<MonthFacts>) =>
    figureChange(figureOf(code, now), figureOf(code, measureMonth(factsOf(earlier))), "vi");

  test("a per cent moved by points, an amount by a per cent", () => {
    const larger = { ...GOODS, amountVnd: vnd(2_000_000_000) };
    const retailTotals = { goods: larger, goods_services: ALL };
    expect(change("share_goods", { retailTotals })).toEqual({ kind: "points", text: "+0,0200" });
    expect(change("retail_goods", { retailTotals })).toEqual({
      kind: "growth",
      text: "−50,0\u00a0%",
    });
    expect(change("cashless_orders", { orders: factsOf().orders.slice(0, 2) })).toEqual({
      kind: "same",
    });
    expect(change("orders", {})).toEqual({ kind: "same" });
  });

  test("nothing to compare with is said to be nothing", () => {
    const none = { goods: null, goods_services: null };
    expect(change("share_goods", { retailTotals: none })).toEqual({ kind: "none" });
    expect(change("retail_goods", { retailTotals: none })).toEqual({ kind: "none" });
    expect(change("sales_goods", { sales: [] })).toEqual({ kind: "none" });
    expect(change("cashless_value", { sales: [] })).toEqual({ kind: "none" });
  });
});

test("the tỷ đồng of a column have the decimals that the longest of them needs", () => {
  const fine = { ...ALL, amountVnd: vnd(2_000_250_000_000) };
  const months = [
    measureMonth(factsOf()),
    measureMonth(factsOf({ retailTotals: { goods: null, goods_services: fine } })),
  ];
  expect(billionDecimalsOf(months)).toBe(2);
  const [first] = months.map((month) => figureOf("retail_goods", month));
  expect(first && formatFigure(first, "vi", 2)).toBe("1,00");
});
