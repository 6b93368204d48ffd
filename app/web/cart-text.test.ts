import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cartText, readCartText, withSeenPrices } from "./cart-text";

const A = `prd_${"0a".repeat(16)}`;
const B = `prd_${"0b".repeat(16)}`;

describe("the text of a cart", () => {
  it("says again what was written", () => {
    const line = fc.record(
      {
        productId: fc.stringMatching(/^[0-9a-f]{32}$/).map((hex) => `prd_${hex}`),
        quantity: fc.integer({ min: 1, max: 999 }),
        seenVnd: fc.integer({ min: 1, max: 999_999_999_999 }),
      },
      { requiredKeys: ["productId", "quantity"] },
    );
    const lines = fc.uniqueArray(line, { selector: ({ productId }) => productId, maxLength: 40 });
    fc.assert(
      fc.property(lines, (cart) => {
        expect(readCartText(cartText(cart))).toEqual(cart);
      }),
    );
  });

  it("reads carts of before, which have no prices", () => {
    expect(readCartText(`${"0a".repeat(16)}.2~${"0b".repeat(16)}.1.90000`)).toEqual([
      { productId: A, quantity: 2 },
      { productId: B, quantity: 1, seenVnd: 90_000 },
    ]);
  });

  it.each([
    "",
    "~~",
    `${"0a".repeat(16)}.0`,
    `${"0a".repeat(16)}.1.-5`,
    `${"0a".repeat(16)}.1.1.1`,
  ])("leaves %j out", (text) => {
    expect(readCartText(text)).toEqual([]);
  });
});

it("takes the prices of a page as seen, and else those of before", () => {
  const cart = [
    { productId: A, quantity: 2, seenVnd: 280_000 },
    { productId: B, quantity: 1, seenVnd: 90_000 },
  ];
  expect(withSeenPrices(cart, `${"0a".repeat(16)}.9.320000`)).toEqual([
    { productId: A, quantity: 2, seenVnd: 320_000 },
    { productId: B, quantity: 1, seenVnd: 90_000 },
  ]);
});
