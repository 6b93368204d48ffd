import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { products, stockReservations } from "~db/schema/catalog";
import { households } from "~db/schema/households";
import { checkouts } from "~db/schema/orders";
import type { Actor } from "~/domain/audit/actor";
import { inTransaction, reader } from "~/platform/db.server";
import { placeCheckout } from "./place-checkout.server";
import { quoteCheckout } from "./quote-checkout.server";
import { TEST_SHOP, insertTestProduct, insertTestUser, testSubmission } from "./test-shop";
import { BUYER, householdId, honey, tea, setUpCart } from "./test-cart";

setUpCart();

describe("what is refused, with nothing written", () => {
  const one = (productId: string) => [{ productId, quantity: 1 }];
  const attempt = (change: Partial<Parameters<typeof testSubmission>[0]>, actor: Actor = BUYER) =>
    placeCheckout(
      actor,
      testSubmission({ lines: one(honey), expectedTotalVnd: 222_000, ...change }),
    );

  afterEach(async () => {
    expect(await reader().select().from(checkouts)).toEqual([]);
    expect(await reader().select().from(stockReservations)).toEqual([]);
  });

  it.each([222_001, 221_999, 0, -222_000, 222_000.5, NaN])(
    "case 2: a total of %s where 222,000 is due",
    async (expectedTotalVnd) => {
      expect(await attempt({ expectedTotalVnd })).toEqual({
        ok: false,
        code: "total_changed",
        detail: { totalVnd: 222_000 },
      });
    },
  );

  it("case 3: a price that is not the one the buyer saw, though the total is", async () => {
    const lines = [
      { productId: honey, quantity: 1, seenVnd: 180_000 },
      { productId: tea, quantity: 1, seenVnd: 95_000 },
    ];
    const { totalVnd } = await quoteCheckout({
      lines,
      communeCode: TEST_SHOP.elsewhereCommuneCode,
    });
    const expectedTotalVnd = totalVnd ?? 0;
    expect(await attempt({ lines, expectedTotalVnd })).toEqual({
      ok: false,
      code: "price_changed",
      priceChanges: [
        {
          productId: honey,
          productName: "Mật ong bạc hà",
          beforeVnd: 180_000,
          nowVnd: 185_000,
        },
        { productId: tea, productName: "Chè Shan tuyết", beforeVnd: 95_000, nowVnd: 90_000 },
      ],
    });
  });

  it("more than there is", async () => {
    const lines = [{ productId: honey, quantity: 11 }];
    expect(await attempt({ lines })).toEqual({
      ok: false,
      code: "not_enough_stock",
      detail: { productName: "Mật ong bạc hà", availableCount: 10 },
    });
  });

  it("what has been sold out, by its name in the buyer's language", async () => {
    const nameEn = "Mint honey";
    const productId = await insertTestProduct({ householdId, nameEn, stockCount: 0 });
    expect(await attempt({ lines: one(productId), language: "en" })).toEqual({
      ok: false,
      code: "sold_out",
      detail: { productName: "Mint honey" },
    });
  });

  it.each([0, -1, 1.5, 1000, NaN])("%s packs", async (quantity) => {
    const lines = [{ productId: honey, quantity }];
    expect(await attempt({ lines })).toEqual({ ok: false, code: "quantity_invalid" });
  });

  it("an empty cart, an unknown product, an unknown commune, a short key", async () => {
    expect(await attempt({ lines: [] })).toMatchObject({ code: "cart_empty" });
    const ghost = [...one(honey), ...one("prd_none")];
    expect(await attempt({ lines: ghost })).toMatchObject({ code: "product_unavailable" });
    expect(await attempt({ communeCode: "99999" })).toMatchObject({ code: "commune_unknown" });
    expect(await attempt({ submissionKey: "k".repeat(15) })).toMatchObject({
      code: "submission_key_invalid",
    });
  });

  it("a product that is not published, or whose household may not sell", async () => {
    await inTransaction(async (tx) => {
      await tx.update(products).set({ status: "withdrawn" }).where(eq(products.id, tea));
    });
    expect(await attempt({ lines: one(tea) })).toMatchObject({ code: "product_unavailable" });
    await inTransaction(async (tx) => {
      await tx
        .update(households)
        .set({ status: "suspended" })
        .where(eq(households.id, householdId));
    });
    expect(await attempt({})).toMatchObject({ code: "product_unavailable" });
  });

  it.each([14, 15])("alcohol of set %s at the door, but not by transfer", async (ocopSet) => {
    const wine = await insertTestProduct({ householdId, ocopSet });
    expect(await attempt({ lines: one(wine), method: "cod" })).toEqual({
      ok: false,
      code: "alcohol_needs_cashless",
    });
  });

  it.each([
    ["the household's phone", "0912345678"],
    ["in another writing", "+84 912.345.678"],
    ["a member's phone", "0977.123.456"],
  ])("a purchase under %s, signed out or in as somebody else", async (_, buyerPhone) => {
    await insertTestUser({ householdId, phone: "0977123456" });
    const refused = { ok: false, code: "sellers_phone" };
    expect(await attempt({ buyerPhone })).toEqual(refused);
    const userId = await insertTestUser();
    const stranger: Actor = { kind: "user", userId, role: "buyer" };
    expect(await attempt({ buyerPhone }, stranger)).toEqual(refused);
  });

  it("one's own household's product, whatever one's role", async () => {
    const member = await insertTestUser({ householdId });
    const agent = await insertTestUser({ householdId, role: "agent" });
    for (const userId of [member, agent]) {
      const actor: Actor = { kind: "user", userId, role: "household_member" };
      expect(await attempt({}, actor)).toEqual({ ok: false, code: "own_product" });
    }
  });
});
