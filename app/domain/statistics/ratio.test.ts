import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  changeOf,
  formatChange,
  formatPercent,
  formatPoints,
  formatTimes,
  percentOf,
  ratioOf,
} from "./ratio";

describe("percentOf", () => {
  test.each([
    [{ numerator: 0, denominator: 1 }, 4, "0.0000"],
    [{ numerator: 1, denominator: 1 }, 4, "100.0000"],
    [{ numerator: 1, denominator: 3 }, 4, "33.3333"],
    [{ numerator: 2, denominator: 3 }, 4, "66.6667"],
    [{ numerator: 1, denominator: 8 }, 1, "12.5"],
    [{ numerator: 1, denominator: 2_000_000 }, 4, "0.0001"], // 0.00005 exactly: half goes up
    [{ numerator: 1, denominator: 2_000_001 }, 4, "0.0000"], // just below the half
    [{ numerator: 49_999, denominator: 100_000_000_000 }, 4, "0.0000"],
    [{ numerator: 50_000, denominator: 100_000_000_000 }, 4, "0.0001"],
    [{ numerator: 59_205_000, denominator: 4_231_500_000_000 }, 4, "0.0014"],
    [{ numerator: 3, denominator: 2 }, 0, "150"],
    [{ numerator: -1, denominator: 8 }, 1, "-12.5"],
    [{ numerator: -1, denominator: 2_000_000 }, 4, "-0.0001"], // away from zero, as the half above it
    [{ numerator: -1, denominator: 2_000_001 }, 4, "0.0000"], // never minus zero
    [{ numerator: Number.MAX_SAFE_INTEGER, denominator: Number.MAX_SAFE_INTEGER }, 4, "100.0000"],
    [{ numerator: Number.MAX_SAFE_INTEGER, denominator: 1 }, 4, "900719925474099100.0000"],
  ])("%j with %d decimals is %s", (ratio, decimals, text) => {
    expect(percentOf(ratio, decimals)).toBe(text);
  });

  test("refuses what is no whole number and no whole", () => {
    expect(() => percentOf({ numerator: 1.5, denominator: 2 }, 4)).toThrow();
    expect(() => percentOf({ numerator: 1, denominator: 0 }, 4)).toThrow();
    expect(() => percentOf({ numerator: 2 ** 53, denominator: 1 }, 4)).toThrow();
  });

  test("is never further than half a last digit from the exact value, and that half is rounded up", () => {
    const amount = fc.integer({ min: 0, max: 10 ** 15 });
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 10 ** 15 }), (numerator, denominator) => {
        const units = BigInt(percentOf({ numerator, denominator }, 4).replace(".", ""));
        // units - 1/2 <= exact x 10^6 < units + 1/2, all times 2 x denominator
        const doubled = 2n * BigInt(numerator) * 1_000_000n;
        expect(doubled >= (2n * units - 1n) * BigInt(denominator)).toBe(true);
        expect(doubled < (2n * units + 1n) * BigInt(denominator)).toBe(true);
      }),
    );
  });

  test("does not change when both parts are multiplied: it is rounded once", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 9 }),
        fc.integer({ min: 1, max: 10 ** 9 }),
        fc.integer({ min: 1, max: 1_000 }),
        (numerator, denominator, times) => {
          expect(
            percentOf({ numerator: numerator * times, denominator: denominator * times }, 4),
          ).toBe(percentOf({ numerator, denominator }, 4));
        },
      ),
    );
  });
});

describe("what people read", () => {
  test("a per cent has the reader's decimal sign", () => {
    const ratio = { numerator: 123, denominator: 1_000_000 };
    expect(formatPercent(ratio, 4, "vi")).toBe("0,0123\u00a0%");
    expect(formatPercent(ratio, 4, "en")).toBe("0.0123%");
    expect(formatPercent({ numerator: 12_345, denominator: 10 }, 1, "vi")).toBe("123.450,0\u00a0%");
  });

  test("a change from next to nothing is long and still written", () => {
    const change = { numerator: Number.MAX_SAFE_INTEGER, denominator: 1 };
    expect(formatPercent(change, 1, "vi")).toBe("900.719.925.474.099.100,0\u00a0%");
  });

  test("a change has its sign", () => {
    expect(formatChange({ numerator: 123, denominator: 1_000 }, "vi")).toBe("+12,3\u00a0%");
    expect(formatChange({ numerator: -123, denominator: 1_000 }, "vi")).toBe("−12,3\u00a0%");
    expect(formatChange({ numerator: 0, denominator: 1_000 }, "en")).toBe("0.0%");
  });

  test("without a whole there is no part, and without a before no change", () => {
    expect(ratioOf(5, null)).toBeNull();
    expect(ratioOf(5, 0)).toBeNull();
    expect(changeOf(5, null)).toBeNull();
    expect(changeOf(5, 0)).toBeNull();
    expect(changeOf(5, 4)).toEqual({ numerator: 1, denominator: 4 });
  });
});

test("times as large are said in whole numbers from ten on", () => {
  expect(formatTimes({ numerator: 14, denominator: 10 }, "vi")).toBe("1,4");
  expect(formatTimes({ numerator: 4_231, denominator: 4 }, "vi")).toBe("1.058");
  const largest = { numerator: 999_999_999_000_000, denominator: 1 };
  expect(formatTimes(largest, "en")).toBe("999,999,999,000,000");
});

describe("percentage points", () => {
  const of = (numerator: number) => ({ numerator, denominator: 1_000_000_000 });
  const points = (from: number, to: number, language: "vi" | "en" = "vi") =>
    formatPoints({ from: of(from), to: of(to), decimals: 4 }, language);

  test("have a sign and the decimals of what they are between", () => {
    expect(points(10_000, 14_000)).toBe("+0,0004");
    expect(points(14_000, 10_000)).toBe("−0,0004");
    expect(points(14_000, 10_000, "en")).toBe("−0.0004");
    expect(points(0, 1_000_000_000)).toBe("+100,0000");
  });

  test("are those between the cells as they are shown", () => {
    expect(points(13_600, 14_400)).toBeNull(); // 0,0014 and 0,0014
    expect(points(14_400, 14_600)).toBe("+0,0001"); // 0,0014 and 0,0015
  });
});
