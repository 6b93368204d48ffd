import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocateVnd, formatVnd, multiplyVnd, rateOfVnd, sumVnd, vnd } from "./money";

describe("vnd", () => {
  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 53)])(
    "refuses %s",
    (amount) => {
      expect(() => vnd(amount)).toThrow("not a whole number of đồng");
    },
  );

  it.each([0, -1, 1, 2 ** 53 - 1])("takes %s", (amount) => {
    expect(vnd(amount)).toBe(amount);
  });

  it("has one zero", () => {
    expect(Object.is(vnd(-0), 0)).toBe(true);
  });
});

it("refuses a sum or product that leaves the safe integers", () => {
  expect(() => sumVnd([2 ** 53 - 1, 1])).toThrow();
  expect(() => multiplyVnd(vnd(2 ** 52), 2)).toThrow();
});

describe("rateOfVnd", () => {
  it.each([
    [185_000, 300, 5_550],
    [1, 5_000, 1], // half a đồng goes up
    [1, 4_999, 0],
    [99_999, 333, 3_330],
    [0, 300, 0],
    [2 ** 53 - 1, 10_000, 2 ** 53 - 1],
  ])("%s at %s bps is %s", (amount, bps, expected) => {
    expect(rateOfVnd(vnd(amount), bps)).toBe(expected);
  });
});

describe("allocateVnd", () => {
  it("gives the left-over đồng to the largest remainders, earlier ones first", () => {
    expect(allocateVnd(vnd(100), [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocateVnd(vnd(10), [5, 3, 2, 0])).toEqual([5, 3, 2, 0]);
    expect(allocateVnd(vnd(7), [0, 0])).toEqual([7, 0]);
  });

  it("always sums to the total, each part within one đồng of its exact share", () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), weights, (total, parts) => {
        const shares = allocateVnd(vnd(total), parts);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(total);
        const whole = parts.reduce((sum, part) => sum + part, 0);
        if (whole === 0) return;
        for (const [i, share] of shares.entries()) {
          expect(Math.abs(share - (total * (parts[i] ?? 0)) / whole)).toBeLessThanOrEqual(1.001);
        }
      }),
    );
  });
});

it("writes amounts as each language reads them", () => {
  expect(formatVnd(185_000, "vi")).toBe("185.000\u00a0đ");
  expect(formatVnd(1_234_567, "en")).toBe("1,234,567\u00a0đ");
  expect(formatVnd(0, "vi")).toBe("0\u00a0đ");
  expect(formatVnd(-5_000, "vi")).toBe("−5.000\u00a0đ");
  expect(formatVnd(2 ** 54, "vi")).toBe("18.014.398.509.481.984\u00a0đ");
  expect(formatVnd(1e22, "en")).toBe("10,000,000,000,000,000,000,000\u00a0đ");
});
