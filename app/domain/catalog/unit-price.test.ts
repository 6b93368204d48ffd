import { describe, expect, it } from "vitest";
import { unitPriceOf } from "./unit-price";

describe("unitPriceOf", () => {
  it.each([
    ["500 g", 280_000, 500, "g", 560_000, "kg"],
    ["250 g, the first that is compared by the kilogram", 50_000, 250, "g", 200_000, "kg"],
    ["249 g", 50_000, 249, "g", 20_080, "100g"],
    ["50 g", 90_000, 50, "g", 180_000, "100g"],
    ["5 kg", 175_000, 5_000, "g", 35_000, "kg"],
    ["500 ml", 280_000, 500, "ml", 560_000, "litre"],
    ["10 ml", 120_000, 10, "ml", 1_200_000, "100ml"],
    ["a chục of 12", 120_000, 12, "piece", 10_000, "piece"],
    ["a third, rounded down", 100_000, 3_000, "g", 33_333, "kg"],
    ["two thirds, rounded up", 200_000, 3_000, "g", 66_667, "kg"],
    ["half a đồng, rounded up", 1, 2_000, "g", 1, "kg"],
    ["the dearest thing there is", 9_007_199_254_740, 1_001, "g", 8_998_201_053_686, "kg"],
  ] as const)("%s", (...row) => {
    const [, priceVnd, contentQuantity, contentUnit, amountVnd, per] = row;
    expect(unitPriceOf({ priceVnd, contentQuantity, contentUnit, packLabel: "" })).toEqual({
      amountVnd,
      per,
    });
  });

  it.each([
    [1_000, "g"],
    [100, "g"],
    [1_000, "ml"],
    [100, "ml"],
    [1, "piece"],
  ] as const)("says nothing twice for a pack of %i %s", (contentQuantity, contentUnit) => {
    expect(
      unitPriceOf({ priceVnd: 5_000, contentQuantity, contentUnit, packLabel: "" }),
    ).toBeNull();
  });
});

it.each([
  ["thùng 10 quả", "quả"],
  ["Thùng 12 Trái", "trái"],
  ["5 con (1,2 kg)", "con"],
  ["hộp 6 bánh", undefined],
  ["khăn thổ cẩm", undefined],
])("calls the pieces of %j as its household does", (packLabel, pieceWord) => {
  const pack = { priceVnd: 150_000, contentQuantity: 10, contentUnit: "piece", packLabel } as const;
  expect(unitPriceOf(pack)?.pieceWord).toBe(pieceWord);
  expect(unitPriceOf({ ...pack, contentUnit: "g" })?.pieceWord).toBeUndefined();
});
