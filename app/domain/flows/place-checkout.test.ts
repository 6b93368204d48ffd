import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { products } from "~db/schema/catalog";
import { checkouts, lineItems, orderEvents, orders } from "~db/schema/orders";
import { payments } from "~db/schema/payments";
import { commissionRules } from "~db/schema/settlement";
import type { Actor } from "~/domain/audit/actor";
import { powerOfKey } from "~/domain/identity/link-key.server";
import { findCheckout } from "~/domain/orders/queries.server";
import { isOrderReference } from "~/domain/payments/order-reference";
import { inTransaction, reader } from "~/platform/db.server";
import { newToken } from "~/platform/ids";
import { MINUTE_MS } from "~/platform/period";
import { placeCheckout, type CheckoutSubmission } from "./place-checkout.server";
import { quoteCheckout } from "./quote-checkout.server";
import {
  TEST_SHOP,
  insertTestCertificate,
  insertTestHousehold,
  insertTestProduct,
  insertTestUser,
  ownPhone,
  testSubmission,
} from "./test-shop";
import { NOW, BUYER, householdId, honey, tea, availableOf, setUpCart } from "./test-cart";

setUpCart();

describe("what is placed", () => {
  it("is one order a household, frozen at today's prices, with the stock held and the payment open", async () => {
    const certificateId = await insertTestCertificate({ householdId, stars: 4 });
    await inTransaction(async (tx) => {
      await tx.update(products).set({ certificateId }).where(eq(products.id, honey));
    });
    const lines = [
      { productId: honey, quantity: 1 },
      { productId: tea, quantity: 3 },
      { productId: honey, quantity: 1 },
    ];
    // 2 x 185,000 of 1,400 g: 30,000 + 2 x 7,000; 3 x 90,000 of 300 g: 30,000.
    const expectedTotalVnd = 370_000 + 44_000 + 270_000 + 30_000;
    const placed = await placeCheckout(BUYER, testSubmission({ lines, expectedTotalVnd }));
    if (!placed.ok) throw new Error(placed.code);
    expect(isOrderReference(placed.value.code)).toBe(true);
    expect(powerOfKey("order", placed.value)).toBe("act");
    expect(powerOfKey("order", { ...placed.value, key: `${placed.value.key}x` })).toBeNull();

    const view = await findCheckout(placed.value.code);
    expect(view).toMatchObject({
      status: "awaiting_payment",
      communeName: "Phường Mỹ Tho",
      provinceName: "Tỉnh Đồng Tháp",
      itemsVnd: 640_000,
      shippingVnd: 74_000,
      totalVnd: 714_000,
      payBy: NOW + 30 * MINUTE_MS,
    });
    expect(view?.orders).toMatchObject([
      { code: `${placed.value.code}-1`, householdName: "HTX Lũng Cú", totalVnd: 414_000 },
      { code: `${placed.value.code}-2`, householdName: "Hộ ông Sùng", totalVnd: 300_000 },
    ]);
    expect(view?.orders[0]?.lineItems).toMatchObject([{ quantity: 2, unitPriceVnd: 185_000 }]);
    const items = await reader().select().from(lineItems).orderBy(lineItems.unitPriceVnd);
    expect(items).toMatchObject([
      { stars: 0, commissionBps: 500, commissionVnd: 13_500 },
      { stars: 4, commissionBps: 500, commissionVnd: 18_500, ocopSet: 4 },
    ]);
    expect(await reader().select().from(payments)).toMatchObject([
      { status: "open", dueVnd: 714_000, capturedVnd: 0, reference: placed.value.code },
    ]);
    expect([await availableOf(honey), await availableOf(tea)]).toEqual([8, 7]);
    expect(await reader().select().from(auditEntries)).toMatchObject([
      { action: "checkout.place", actorKind: "guest" },
    ]);
  });

  it("holds the stock longer for somebody who is signed in", async () => {
    const userId = await insertTestUser();
    const lines = [{ productId: honey, quantity: 1 }];
    const submission = testSubmission({ lines, expectedTotalVnd: 185_000 + 37_000 });
    const placed = await placeCheckout({ kind: "user", userId, role: "buyer" }, submission);
    const view = placed.ok ? await findCheckout(placed.value.code) : null;
    expect(view?.payBy).toBe(NOW + 60 * MINUTE_MS);
  });

  it("is accepted at once when it is paid at the door", async () => {
    const submission = testSubmission({
      lines: [{ productId: honey, quantity: 1 }],
      expectedTotalVnd: 185_000 + 22_000,
      method: "cod",
      communeCode: TEST_SHOP.communeCode, // in the province: 18,000 + 4,000
    });
    const placed = await placeCheckout(BUYER, submission);
    expect(placed.ok).toBe(true);
    expect(await reader().select().from(checkouts)).toMatchObject([
      { status: "accepted", payBy: null, buyerId: null, channel: "web" },
    ]);
    const [order] = await reader().select().from(orders);
    expect(order?.status).toBe("placed");
    expect(await reader().select().from(orderEvents)).toMatchObject([
      { fromStatus: null, toStatus: "placed" },
    ]);
    expect(await reader().select().from(payments)).toMatchObject([{ status: "on_delivery" }]);
  });

  it("ships services for nothing, beside goods and alone", async () => {
    const stay = await insertTestProduct({
      householdId,
      ocopSet: 26,
      weightGrams: 9_000,
      priceVnd: 400_000,
    });
    const quote = (lines: { productId: string; quantity: number }[]) =>
      quoteCheckout({ lines, communeCode: TEST_SHOP.elsewhereCommuneCode });
    const night = { productId: stay, quantity: 2 };
    expect(await quote([night])).toMatchObject({ shippingVnd: 0, totalVnd: 800_000 });
    const both = await quote([night, { productId: tea, quantity: 1 }]);
    expect(both).toMatchObject({ shippingVnd: 30_000, totalVnd: 920_000 });
  });

  it("has the commission of the day, and no stars of a certificate that has ended", async () => {
    const certificateId = await insertTestCertificate({ householdId, expiresOn: "2026-11-22" });
    await inTransaction(async (tx) => {
      await tx.update(products).set({ certificateId }).where(eq(products.id, honey));
      await tx
        .insert(commissionRules)
        .values({ id: "cmr_new", effectiveOn: "2026-11-22", rateBps: 300 });
      await tx
        .insert(commissionRules)
        .values({ id: "cmr_later", effectiveOn: "2026-11-23", rateBps: 900 });
    });
    const lines = [{ productId: honey, quantity: 1 }];
    await placeCheckout(BUYER, testSubmission({ lines, expectedTotalVnd: 222_000 }));
    expect(await reader().select().from(lineItems)).toMatchObject([
      { stars: 0, commissionBps: 300, commissionVnd: 5_550 },
    ]);
  });

  it("keeps the names of that day in both languages", async () => {
    const english = { nameEn: "Mint honey", packLabelEn: "500 ml bottle" };
    await inTransaction(async (tx) => {
      await tx.update(products).set(english).where(eq(products.id, honey));
    });
    const lines = [{ productId: honey, quantity: 1 }];
    const placed = await placeCheckout(BUYER, testSubmission({ lines, expectedTotalVnd: 222_000 }));
    await inTransaction(async (tx) => {
      await tx.update(products).set({ nameEn: "Honey" }).where(eq(products.id, honey));
    });
    const view = placed.ok ? await findCheckout(placed.value.code) : null;
    expect(view?.orders[0]?.lineItems).toMatchObject([
      { productNameEn: "Mint honey", packLabelEn: "500 ml bottle" },
    ]);
  });
});

it("sells alcohol by transfer, and a neighbour's product to a household", async () => {
  const wine = await insertTestProduct({ householdId, ocopSet: 14 });
  const neighbour = await insertTestUser({ householdId: await insertTestHousehold() });
  const actor: Actor = { kind: "user", userId: neighbour, role: "household_member" };
  const lines = [{ productId: wine, quantity: 1 }];
  const placed = await placeCheckout(actor, testSubmission({ lines, expectedTotalVnd: 222_000 }));
  expect(placed.ok).toBe(true);
  expect(await reader().select().from(checkouts)).toMatchObject([{ buyerId: neighbour }]);
});

describe("a form sent twice", () => {
  const submissionKey = newToken();
  const lines = () => [{ productId: honey, quantity: 2 }];

  it("makes one checkout, whatever comes with the second", async () => {
    const first = await placeCheckout(
      BUYER,
      testSubmission({ submissionKey, lines: lines(), expectedTotalVnd: 414_000 }),
    );
    const second = await placeCheckout(
      BUYER,
      testSubmission({ submissionKey, lines: [], expectedTotalVnd: 1, buyerName: "Người khác" }),
    );
    if (!first.ok) throw new Error(first.code);
    expect(first.value.hasIgnoredChange).toBe(false);
    expect(second).toEqual({ ok: true, value: { ...first.value, hasIgnoredChange: true } });
    expect(await reader().select().from(checkouts)).toHaveLength(1);
    expect(await availableOf(honey)).toBe(8);
  });

  it.each<[string, Partial<CheckoutSubmission>, boolean]>([
    ["the same", {}, false],
    ["the same after the cart was emptied", { lines: [] }, false],
    ["another address", { addressLine: "Thôn Khác" }, true],
    ["another way to pay", { method: "cod" }, true],
    ["another commune", { communeCode: TEST_SHOP.communeCode }, true],
    ["other packs", { lines: [{ productId: "prd_other", quantity: 1 }] }, true],
  ])("says whether it was taken as it came: %s", async (_case, change, hasIgnoredChange) => {
    const submission = testSubmission({
      submissionKey,
      lines: lines(),
      expectedTotalVnd: 414_000,
    });
    expect(await placeCheckout(BUYER, submission)).toMatchObject({
      value: { hasIgnoredChange: false },
    });
    expect(await placeCheckout(BUYER, { ...submission, ...change })).toMatchObject({
      value: { hasIgnoredChange },
    });
  });

  it("makes one checkout when five arrive together", async () => {
    const submission = testSubmission({
      submissionKey,
      lines: lines(),
      expectedTotalVnd: 414_000,
    });
    const results = await Promise.all(
      Array.from({ length: 5 }, () => placeCheckout(BUYER, submission)),
    );
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect(results[0]?.ok).toBe(true);
    expect(await reader().select().from(checkouts)).toHaveLength(1);
    expect(await availableOf(honey)).toBe(8);
  });

  it("may be sent again after it was refused", async () => {
    const submission = testSubmission({ submissionKey, lines: lines(), expectedTotalVnd: 1 });
    expect((await placeCheckout(BUYER, submission)).ok).toBe(false);
    const agreed = { ...submission, expectedTotalVnd: 414_000 };
    expect((await placeCheckout(BUYER, agreed)).ok).toBe(true);
  });
});

it("sells 10 packs to 50 buyers who come at once, and not one more", async () => {
  const results = await Promise.all(
    Array.from({ length: 50 }, (_, i) =>
      placeCheckout(
        BUYER,
        testSubmission({
          lines: [{ productId: honey, quantity: 1 }],
          expectedTotalVnd: 222_000,
          method: i % 2 === 0 ? "vietqr" : "cod",
          buyerPhone: ownPhone(),
        }),
      ),
    ),
  );
  expect(results.filter((result) => result.ok)).toHaveLength(10);
  const refused = results.filter((result) => !result.ok);
  expect(refused.every((result) => !result.ok && result.code === "sold_out")).toBe(true);
  expect(await availableOf(honey)).toBe(0);
  expect(await reader().select().from(checkouts)).toHaveLength(10);
});

it("a seller's phone buys from everybody else", async () => {
  const other = await insertTestHousehold({ phone: "0966123456" });
  const productId = await insertTestProduct({ householdId: other });
  const placed = await placeCheckout(
    BUYER,
    testSubmission({
      lines: [{ productId, quantity: 1 }],
      expectedTotalVnd: 222_000,
      buyerPhone: "0912345678", // of the household with the honey
    }),
  );
  expect(placed.ok).toBe(true);
});
