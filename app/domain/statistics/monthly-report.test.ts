import { describe, expect, it } from "vitest";
import { vnd } from "~/platform/money";
import { formatRounded, shortenedText, yearSoFar } from "./monthly-report";
import { percentOf } from "./ratio";
import type { IndicatorMonth } from "./types";

/** A month that sold so many million đồng of goods, and a tenth of it as services; retail in tỷ đồng. */
function month(name: string, soldMillions: number, retailBillions: number | null): IndicatorMonth {
  const goods = vnd(soldMillions * 1_000_000);
  const services = vnd(soldMillions * 100_000);
  const total = (billions: number) => ({
    amountVnd: vnd(billions * 1_000_000_000),
    stage: "final" as const,
    source: "Thống kê tỉnh",
    publishedOn: "2026-03-29",
  });
  return {
    month: name,
    salesVnd: { goods, goods_services: vnd(goods + services) },
    retailTotals: {
      goods: retailBillions === null ? null : total(retailBillions),
      goods_services: retailBillions === null ? null : total(retailBillions * 2),
    },
    servicesVnd: services,
    returnedVnd: vnd(0),
    assistedVnd: vnd(0),
    wholesaleVnd: vnd(0),
    shippingVnd: vnd(0),
    orderCount: soldMillions * 2,
    assistedOrderCount: 0,
    wholesaleOrderCount: 0,
    activeSellerCount: 5,
    cashlessVnd: vnd(0),
    cashlessOrderCount: 0,
    withheld: [],
  } as unknown as IndicatorMonth;
}

const DECEMBER = month("2025-12", 999, 9_999);
const JANUARY = month("2026-01", 100, 4_000);
const FEBRUARY = month("2026-02", 200, 3_000);
const MARCH = month("2026-03", 330, 3_500);

describe("the year so far", () => {
  it("adds up January to the month, and shares the sums", () => {
    const year = yearSoFar([DECEMBER, JANUARY, FEBRUARY, MARCH], "2026-03");
    // 100 + 200 + 330 million, with services a tenth more; 4,000 + 3,000 + 3,500 tỷ, and twice that.
    expect(year.salesVnd).toEqual({ goods: 630_000_000, goods_services: 693_000_000 });
    expect(year.retailVnd).toEqual({
      goods: 10_500_000_000_000,
      goods_services: 21_000_000_000_000,
    });
    expect(year.orderCount).toBe(1_260);
    // 0.63 / 10,500 = 0.006 %; 0.693 / 21,000 = 0.0033 %
    expect(year.shares.goods && percentOf(year.shares.goods, 4)).toBe("0.0060");
    expect(year.shares.goods_services && percentOf(year.shares.goods_services, 4)).toBe("0.0033");
  });

  it("is the month itself in January", () => {
    expect(yearSoFar([DECEMBER, JANUARY], "2026-01").salesVnd.goods).toBe(100_000_000);
  });

  it("says nothing where a month is missing: half a sum is none", () => {
    const year = yearSoFar([DECEMBER, JANUARY, MARCH], "2026-03");
    expect(year.salesVnd).toEqual({ goods: null, goods_services: null });
    expect(year.shares).toEqual({ goods: null, goods_services: null });
    expect(year.orderCount).toBeNull();
  });

  it("says nothing of what one month withholds or has not got, and the rest all the same", () => {
    const withheld = { ...FEBRUARY, withheld: ["sales_goods"] } as unknown as IndicatorMonth;
    const withoutTotal = month("2026-02", 200, null);
    expect(yearSoFar([JANUARY, withheld, MARCH], "2026-03")).toMatchObject({
      salesVnd: { goods: null, goods_services: 693_000_000 },
      shares: { goods: null },
      orderCount: 1_260,
    });
    expect(yearSoFar([JANUARY, withoutTotal, MARCH], "2026-03")).toMatchObject({
      salesVnd: { goods: 630_000_000 },
      retailVnd: { goods: null, goods_services: null },
      shares: { goods: null, goods_services: null },
    });
  });
});

describe("amounts of the paper", () => {
  it.each([
    [25_315_000, "million", "25,3"],
    [25_350_000, "million", "25,4"],
    [1_234_567_890, "million", "1.234,6"],
    [49_999, "million", "0,0"],
    [50_000, "million", "0,1"],
    [-49_999, "million", "0,0"],
    [-1_250_000, "million", "−1,3"],
    [123_456_789_002, "billion", "123,5"],
    [0, "million", "0,0"],
  ] as const)("%i đ in %s are %s", (amount, unit, text) => {
    expect(formatRounded(amount, unit)).toBe(text);
  });
});

describe("a text that is too long for the paper", () => {
  it("ends between two words, and says that it was cut", () => {
    expect(shortenedText("Có số sơ bộ,\nkhác số trước", 12)).toEqual({
      text: "Có số sơ bộ…",
      isCut: true,
    });
    expect(shortenedText("Có số sơ bộ", 11)).toEqual({ text: "Có số sơ bộ", isCut: false });
    expect(shortenedText("a".repeat(20), 5)).toEqual({ text: "aaaaa…", isCut: true });
  });
});
