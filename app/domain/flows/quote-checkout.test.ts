import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { products } from "~db/schema/catalog";
import { inTransaction } from "~/platform/db.server";
import { placeCheckout } from "./place-checkout.server";
import { quoteCheckout } from "./quote-checkout.server";
import { TEST_SHOP, testSubmission } from "./test-shop";
import { BUYER, honey, tea, setUpCart } from "./test-cart";

setUpCart();

describe("quoteCheckout", () => {
  it("says what placing would charge, before and after the commune is known", async () => {
    const lines = [{ productId: honey, quantity: 2 }];
    const open = await quoteCheckout({ lines, communeCode: null });
    expect(open).toMatchObject({ itemsVnd: 370_000, shippingVnd: null, totalVnd: null });
    expect(open.households).toMatchObject([
      { householdName: "HTX Lũng Cú", itemsVnd: 370_000, shippingVnd: null },
    ]);
    const quote = await quoteCheckout({ lines, communeCode: TEST_SHOP.elsewhereCommuneCode });
    expect(quote.totalVnd).toBe(414_000);
    const placed = await placeCheckout(
      BUYER,
      testSubmission({ lines, expectedTotalVnd: quote.totalVnd ?? 0 }),
    );
    expect(placed.ok).toBe(true);
    expect((await quoteCheckout({ lines, communeCode: "99999" })).totalVnd).toBeNull();
  });

  it("names what is wrong with a line, and leaves what is not on sale out of the sums", async () => {
    await inTransaction(async (tx) => {
      await tx.update(products).set({ status: "withdrawn" }).where(eq(products.id, tea));
    });
    const lines = [
      { productId: honey, quantity: 11 },
      { productId: tea, quantity: 1 },
      { productId: "prd_none", quantity: 1 },
    ];
    const quote = await quoteCheckout({ lines, communeCode: null });
    expect(quote.lines).toMatchObject([
      { productId: honey, problem: "not_enough_stock", availableCount: 10, photoId: null },
      { productId: tea, problem: "product_unavailable" },
    ]);
    expect(quote.itemsVnd).toBe(11 * 185_000);
  });

  it("is empty for an empty cart", async () => {
    expect(await quoteCheckout({ lines: [], communeCode: null })).toEqual({
      lines: [],
      households: [],
      itemsVnd: 0,
      shippingVnd: null,
      totalVnd: null,
      hasAlcohol: false,
    });
  });
});
