import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFreeShipping, parcelGrams, shippingCost, type ParcelLine } from "./shipping-cost";

const RATE = { firstStepVnd: 18_000, nextStepVnd: 4_000, stepGrams: 500 };
const DIVISOR = 6_000;

describe("shippingCost", () => {
  it.each([
    [0, 18_000],
    [1, 18_000],
    [500, 18_000],
    [501, 22_000],
    [1_000, 22_000],
    [1_001, 26_000],
    [20_000, 174_000],
  ])("of %s g is %s đ", (grams, cost) => {
    expect(shippingCost(grams, RATE)).toBe(cost);
  });

  it("of nothing to send is nothing", () => {
    expect(shippingCost(null, RATE)).toBe(0);
  });

  it.each([-1, 0.5, NaN])("refuses %s g", (grams) => {
    expect(() => shippingCost(grams, RATE)).toThrow();
  });
});

describe("parcelGrams", () => {
  const jar = { ocopSet: 4, weightGrams: 700, packageSize: null, quantity: 2 };
  const hat = { lengthCm: 40, widthCm: 40, heightCm: 15 };

  it("weighs goods and not services", () => {
    const night = { ocopSet: 26, weightGrams: 9_000, packageSize: hat, quantity: 1 };
    expect(parcelGrams([jar, night], DIVISOR)).toBe(1_400);
    expect(parcelGrams([night], DIVISOR)).toBeNull();
    expect(parcelGrams([], DIVISOR)).toBeNull();
    expect(parcelGrams([{ ...jar, weightGrams: 0 }], DIVISOR)).toBe(0);
  });

  it("counts the whole parcel by volume where that is more than its weight", () => {
    const light = { ocopSet: 22, weightGrams: 300, packageSize: hat, quantity: 1 };
    expect(parcelGrams([light], DIVISOR)).toBe(4_000);
    expect(parcelGrams([light], 5_000)).toBe(4_800);
    // Ten kilograms of honey leave no more room to pay for: carriers weigh the parcel, not each pack.
    const heavy = { ...jar, weightGrams: 5_000 };
    expect(parcelGrams([light, heavy], DIVISOR)).toBe(10_300);
    expect(parcelGrams([{ ...light, weightGrams: 4_001 }], DIVISOR)).toBe(4_001);
  });
});

const anySize = fc.record({
  lengthCm: fc.integer({ min: 1, max: 300 }),
  widthCm: fc.integer({ min: 1, max: 300 }),
  heightCm: fc.integer({ min: 1, max: 300 }),
});
const anyLine: fc.Arbitrary<ParcelLine> = fc.record({
  ocopSet: fc.integer({ min: 1, max: 26 }),
  weightGrams: fc.integer({ min: 0, max: 1_000_000 }),
  packageSize: fc.option(anySize),
  quantity: fc.integer({ min: 1, max: 999 }),
});
const anyParcel = fc.array(anyLine, { maxLength: 40 });
const anyDivisor = fc.integer({ min: 1_000, max: 20_000 });
const anyRate = fc.record({
  firstStepVnd: fc.integer({ min: 0, max: 1_000_000 }),
  nextStepVnd: fc.integer({ min: 0, max: 1_000_000 }),
  stepGrams: fc.integer({ min: 50, max: 10_000 }),
});

describe("the rule of cost, whatever the parcel and the tariff", () => {
  it("never makes a heavier parcel cheaper", () => {
    fc.assert(
      fc.property(anyRate, fc.nat(10_000_000), fc.nat(10_000_000), (rate, grams, more) => {
        expect(shippingCost(grams + more, rate)).toBeGreaterThanOrEqual(shippingCost(grams, rate));
      }),
    );
  });

  it("charges the first step and each further one begun, no more", () => {
    fc.assert(
      fc.property(anyRate, fc.integer({ min: 1, max: 10_000_000 }), (rate, grams) => {
        const steps = (shippingCost(grams, rate) - rate.firstStepVnd) / rate.nextStepVnd;
        fc.pre(rate.nextStepVnd > 0);
        expect(steps * rate.stepGrams).toBeLessThan(grams);
        expect((steps + 1) * rate.stepGrams).toBeGreaterThanOrEqual(grams);
      }),
    );
  });

  it("counts no parcel for less than it weighs, or takes up", () => {
    fc.assert(
      fc.property(anyParcel, anyDivisor, (lines, divisor) => {
        const goods = lines.filter((line) => line.ocopSet !== 26);
        expect(parcelGrams(lines, divisor) === null).toBe(goods.length === 0);
        const grams = parcelGrams(lines, divisor) ?? 0;
        let weight = 0;
        let volume = 0;
        for (const { weightGrams, packageSize: size, quantity } of goods) {
          weight += weightGrams * quantity;
          volume += size ? size.lengthCm * size.widthCm * size.heightCm * quantity : 0;
        }
        expect(grams).toBeGreaterThanOrEqual(weight);
        expect(grams * divisor).toBeGreaterThanOrEqual(volume * 1_000);
        // And for no more than the greater of both, a gram begun at most.
        expect(grams).toBeLessThan(Math.max(weight, (volume * 1_000) / divisor) + 1);
      }),
    );
  });

  it("never makes a parcel cheaper by one line more, nor by knowing a pack's size", () => {
    fc.assert(
      fc.property(anyParcel, anyLine, anyDivisor, (lines, line, divisor) => {
        const before = parcelGrams(lines, divisor) ?? 0;
        const after = parcelGrams([...lines, line], divisor) ?? 0;
        expect(after).toBeGreaterThanOrEqual(before);
        const unmeasured = parcelGrams([...lines, { ...line, packageSize: null }], divisor) ?? 0;
        expect(after).toBeGreaterThanOrEqual(unmeasured);
      }),
    );
  });

  it("is borne by the household from the very amount on, and not a đồng before", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000_000 }), (fromVnd) => {
        expect(isFreeShipping(fromVnd, fromVnd)).toBe(true);
        expect(isFreeShipping(fromVnd - 1, fromVnd)).toBe(false);
        expect(isFreeShipping(fromVnd, null)).toBe(false);
      }),
    );
  });
});
