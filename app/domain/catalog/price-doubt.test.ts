import { expect, it } from "vitest";
import { isDoubtfulPrice } from "./price-doubt";

it.each([
  [185_000, 92_500, false],
  [185_000, 92_499, true],
  [185_000, 370_000, false],
  [185_000, 370_001, true],
  [185_000, 18_500, true],
  [185_000, 1_850_000, true],
  [185_000, 185_000, false],
])("of %i đ, %i đ is doubtful: %s", (priceVnd, newVnd, isDoubtful) => {
  expect(isDoubtfulPrice({ status: "published", priceVnd }, newVnd)).toBe(isDoubtful);
  expect(isDoubtfulPrice({ status: "draft", priceVnd }, newVnd)).toBe(false);
});
