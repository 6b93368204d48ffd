import { describe, expect, it } from "vitest";
import { listingFormOf } from "./forms-listing";
import type { Answered } from "./listing-answers";
import { measuresFor, packOf, unitsFor } from "./listing-packs";
import { OCOP_SETS } from "./ocop-sets";

describe("a pack", () => {
  it("is labelled as a market says it", () => {
    expect(packOf("bottle", { amount: 500, measure: "ml" }).label).toBe("chai 500 ml");
    expect(packOf("bottle", { amount: 1_500, measure: "l" })).toEqual({
      label: "chai 1,5 lít",
      contentQuantity: 1_500,
      contentUnit: "ml",
    });
    expect(packOf("dozen", { amount: 12, measure: "trai" })).toEqual({
      label: "chục 12 trái",
      contentQuantity: 12,
      contentUnit: "piece",
    });
    expect(packOf("kilo", { amount: 250, measure: "kg" }).label).toBe("0,25 kg");
    expect(packOf("piece", { amount: 1, measure: "con" }).label).toBe("1 con");
    expect(packOf("bag", { amount: 1_500, measure: "g" }).label).toBe("túi 1.500 g");
    expect(packOf("night", null).label).toBe("1 đêm");
  });

  it("can be told of every set", () => {
    for (const set of OCOP_SETS) {
      expect(unitsFor(set).length, String(set)).toBeGreaterThan(0);
      for (const unit of unitsFor(set)) {
        expect(measuresFor(set, unit).length > 0 || set === 26, `${set} ${unit}`).toBe(true);
      }
    }
  });
});

describe("the question of a content", () => {
  const answered: Answered = { kind: { at: 2, value: 1 }, unit: { at: 4, value: "bag" } };
  const form = listingFormOf("content", { answered, today: "2026-11-27", when: "now" });
  const read = (quantity: string, measure: string) => {
    const result = form.safeParse({ seen: "0", quantity, measure });
    return result.success ? result.data.value : result.error.issues.map((one) => one.message);
  };

  it("reads numbers as people write them", () => {
    expect(read("500", "g")).toEqual({ amount: 500, measure: "g" });
    expect(read("1.500", "g")).toEqual({ amount: 1_500, measure: "g" });
    expect(read("1,5", "kg")).toEqual({ amount: 1_500, measure: "kg" });
    expect(read("0.25", "kg")).toEqual({ amount: 250, measure: "kg" });
    expect(read("1000", "kg")).toEqual({ amount: 1_000_000, measure: "kg" });
    expect(read(" 12 ", "qua")).toEqual({ amount: 12, measure: "qua" });
  });

  it("refuses what is none", () => {
    for (const [quantity, measure] of [
      ["0", "g"],
      ["1,5", "g"],
      ["1,5", "qua"],
      ["1.500", "kg"], // one and a half, or fifteen hundred?
      ["1001", "kg"],
      ["-1", "g"],
      ["nhiều", "g"],
      ["1e3", "g"],
    ] as const) {
      expect(read(quantity, measure), quantity).toEqual(["content_quantity_invalid"]);
    }
    expect(read("500", "ml")).toEqual(["content_unit_missing"]); // of a bag
  });
});
