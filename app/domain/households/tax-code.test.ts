import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatTaxCode, readTaxCode } from "./tax-code";

describe("readTaxCode", () => {
  it.each([
    ["0300588569", "0300588569"],
    [" 0101 248 141 ", "0101248141"],
    ["0314409058-002", "0314409058002"],
    ["002.190.000.001", "002190000001"],
  ])("takes %j", (typed, digits) => {
    expect(readTaxCode(typed)).toBe(digits);
  });

  it.each([
    "",
    "0300588568",
    "0314409058-02",
    "12345",
    "102190000001",
    "0300588569a",
    "٠٣٠٠٥٨٨٥٦٩",
  ])("refuses %j", (typed) => {
    expect(readTaxCode(typed)).toBeNull();
  });

  it("notices any one digit typed wrong", () => {
    const digit = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), digit, (place, other) => {
        const right = "0300588569";
        fc.pre(right[place] !== String(other));
        expect(readTaxCode(right.slice(0, place) + other + right.slice(place + 1))).toBeNull();
      }),
    );
  });
});

it("writes a branch's number with its dash", () => {
  expect(formatTaxCode("0314409058002")).toBe("0314409058-002");
  expect(formatTaxCode("0300588569")).toBe("0300588569");
});
