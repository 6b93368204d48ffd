import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { products } from "~db/schema/catalog";
import { SYSTEM } from "~/domain/audit/actor";
import { closeOrder } from "~/domain/flows/close-order.server";
import { expireCheckouts } from "~/domain/flows/expire-checkouts.server";
import { placeCheckout, type CheckoutSubmission } from "~/domain/flows/place-checkout.server";
import { quoteCheckout } from "~/domain/flows/quote-checkout.server";
import { testSubmission } from "~/domain/flows/test-shop";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { DAY_MS } from "~/platform/period";
import type { CartLine } from "~/web/cart-text";
import * as againDoor from "./_store.orders.$orderCode_.cart";
import { args, cartAfter, honey, responseOf, setUpBuyer, wine } from "./test-buyer";

setUpBuyer();
afterEach(() => setClock());

async function place(change: Partial<CheckoutSubmission> = {}) {
  const lines = [
    { productId: honey, quantity: 3 },
    { productId: wine, quantity: 2 },
  ];
  const submission = testSubmission({ lines, expectedTotalVnd: 1, ...change });
  const quote = await quoteCheckout(submission);
  const expectedTotalVnd = quote.totalVnd ?? 0;
  const placed = await placeCheckout(SYSTEM, { ...submission, expectedTotalVnd });
  if (!placed.ok) throw new Error(placed.code);
  return placed.value;
}

function again(order: { code: string; key: string }, cart: CartLine[] = []) {
  const query = new URLSearchParams({ key: order.key }).toString();
  const door = args(`/orders/${order.code}/cart?${query}`, { form: {}, cart });
  return responseOf(againDoor.action({ ...door, params: { orderCode: order.code } }));
}

const expire = () => {
  setClock(now() + DAY_MS);
  return expireCheckouts(SYSTEM);
};

describe("ordering again", () => {
  it("fills the cart with an expired order, once however often it is asked", async () => {
    const order = await place();
    await expire();
    const filled = await again(order, [{ productId: honey, quantity: 1 }]);
    expect(filled.status).toBe(303);
    expect(filled.headers.get("Location")).toBe("/cart?again=all");
    const lines = [
      { productId: honey, quantity: 3 },
      { productId: wine, quantity: 2 },
    ];
    expect(cartAfter(filled)).toMatchObject(lines);
    expect(cartAfter(await again(order, lines))).toEqual(lines);
  });

  it("leaves out what is not sold any more, and says so", async () => {
    const order = await place();
    await expire();
    await inTransaction(async (tx) => {
      await tx.update(products).set({ status: "withdrawn" }).where(eq(products.id, wine));
    });
    const filled = await again(order);
    expect(filled.headers.get("Location")).toBe("/cart?again=some");
    expect(cartAfter(filled)).toEqual([{ productId: honey, quantity: 3, seenVnd: 185_000 }]);
  });

  it("takes no more packs than there are", async () => {
    const order = await place();
    await expire();
    await place({ lines: [{ productId: honey, quantity: 8 }] });
    const rest = await again(order);
    expect(rest.headers.get("Location")).toBe("/cart?again=some");
    expect(cartAfter(rest)).toContainEqual({ productId: honey, quantity: 2, seenVnd: 185_000 });
  });

  it("fills it with what the household cancelled, and with nothing of an order on its way", async () => {
    const lines = [{ productId: honey, quantity: 3 }];
    const order = await place({ lines, method: "cod" });
    expect(cartAfter(await again(order))).toEqual([]);
    const closure = { orderCode: `${order.code}-1`, to: "cancelled", reason: "Mất mùa" } as const;
    expect(
      await closeOrder(SYSTEM, { by: "household", scope: { kind: "all" } }, closure),
    ).toMatchObject({ ok: true });
    expect(cartAfter(await again(order))).toMatchObject(lines);
  });

  it("asks for the order's key", async () => {
    const order = await place();
    expect((await again({ ...order, key: "x".repeat(22) })).status).toBe(404);
  });
});
