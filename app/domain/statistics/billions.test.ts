import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  decimalsOf,
  formatBillions,
  isAmbiguousAmount,
  parseBillions,
  partsOfAmount,
} from "./billions";

describe("parseBillions", () => {
  test.each([
    ["4671,4", 4_671_400_000_000],
    ["4.671,4", 4_671_400_000_000],
    ["4.671", 4_671_000_000_000],
    [" 12 ", 12_000_000_000],
    ["0,001", 1_000_000],
    ["0,5", 500_000_000],
    ["1,500", 1_500_000_000],
    ["007", 7_000_000_000],
    ["999.999,999", 999_999_999_000_000],
  ])("%j is %d đồng", (text, amount) => {
    expect(parseBillions(text)).toEqual({ ok: true, value: amount });
  });

  test.each([
    ["", "retail_amount_format"],
    ["1,5,3", "retail_amount_format"],
    ["abc", "retail_amount_format"],
    ["12 tỷ", "retail_amount_format"],
    ["1e5", "retail_amount_format"],
    ["0x10", "retail_amount_format"],
    [",5", "retail_amount_format"],
    ["5,", "retail_amount_format"],
    ["4.67", "retail_amount_format"], // a point stands between groups of three only
    ["4671.4", "retail_amount_format"],
    ["4,671.4", "retail_amount_format"],
    ["1.2345", "retail_amount_format"],
    ["1 000", "retail_amount_format"],
    ["+5", "retail_amount_format"],
    ["１２", "retail_amount_format"],
    ["=1+1", "retail_amount_format"],
    ["1,2345", "retail_amount_decimals"],
    ["-5", "retail_amount_not_positive"],
    ["−5", "retail_amount_not_positive"],
    ["0", "retail_amount_not_positive"],
    ["0,000", "retail_amount_not_positive"],
    ["1.000.000", "retail_amount_too_large"],
    ["4671400000000", "retail_amount_too_large"],
  ])("%j is refused: %s", (text, code) => {
    expect(parseBillions(text)).toEqual({ ok: false, code });
  });

  test("reads back what is written, to the đồng", () => {
    const millions = fc.integer({ min: 1, max: 999_999_999 });
    fc.assert(
      fc.property(millions, (amount) => {
        const written = formatBillions(amount * 1_000_000, "vi");
        expect(parseBillions(written)).toEqual({ ok: true, value: amount * 1_000_000 });
      }),
    );
  });
});

test("an amount loses nothing when written, whatever its đồng", () => {
  expect(formatBillions(4_671_400_000_000, "vi")).toBe("4.671,4");
  expect(formatBillions(4_671_400_000_000, "en")).toBe("4,671.4");
  expect(formatBillions(5_000_000_000, "vi")).toBe("5,0");
  expect(formatBillions(1_234_567_890_123, "vi")).toBe("1.234,567890123");
  expect(formatBillions(1, "en")).toBe("0.000000001");
});

test("amounts of one column have as many decimals as the longest needs", () => {
  expect(decimalsOf([4_095_000_000_000])).toBe(1);
  const column = [4_095_000_000_000, 4_052_100_000_000, 4_052_150_000_000];
  expect(column.map((amount) => formatBillions(amount, "vi", decimalsOf(column)))).toEqual([
    "4.095,00",
    "4.052,10",
    "4.052,15",
  ]);
});

test("a mark before exactly three digits may be read in two ways", () => {
  expect(["4,231", " 4.231 ", "12.345"].filter(isAmbiguousAmount)).toHaveLength(3);
  const clear = ["4231", "4.231,5", "4231,5", "4,23", "1234,567", "1.234.567", ""];
  expect(clear.filter(isAmbiguousAmount)).toEqual([]);
});

test("an amount is said in thousands of billions, billions and millions", () => {
  expect(partsOfAmount(4_231_500_000_000)).toEqual({ trillions: 4, billions: 231, millions: 500 });
  expect(partsOfAmount(4_231_000_000)).toEqual({ trillions: 0, billions: 4, millions: 231 });
});
