import { describe, expect, it } from "vitest";
import type { Actor } from "~/domain/audit/actor";
import { closeOrder } from "./close-order.server";
import { confirmOrder } from "./confirm-order.server";
import { deliverOrder } from "./deliver-order.server";
import { placeCheckout } from "./place-checkout.server";
import { quoteCheckout } from "./quote-checkout.server";
import { shipOrder } from "./ship-order.server";
import { BUYER, honey, setUpCart, tea } from "./test-cart";
import { insertTestProduct, insertTestUser, ownPhone, testSubmission } from "./test-shop";
import { householdId } from "./test-cart";

setUpCart();

const ALL = { kind: "all" } as const;
const BY_HOUSEHOLD = { by: "household", scope: ALL } as const;

type Change = Partial<Parameters<typeof testSubmission>[0]>;

async function buy(actor: Actor, change: Change = {}) {
  const submission = testSubmission({
    lines: [{ productId: tea, quantity: 1 }],
    method: "cod",
    expectedTotalVnd: 0,
    ...change,
  });
  const { totalVnd } = await quoteCheckout(submission);
  return placeCheckout(actor, { ...submission, expectedTotalVnd: totalVnd ?? 0 });
}

async function codeOf(placing: ReturnType<typeof buy>): Promise<string> {
  const placed = await placing;
  if (!placed.ok) throw new Error(placed.code);
  return placed.value.code;
}

describe("cash at the door", () => {
  const REFUSED = { ok: false, code: "cash_orders_open" };

  it("waits for two purchases of a guest's phone, and goes on once one is over", async () => {
    const first = await codeOf(buy(BUYER));
    const second = await codeOf(buy(BUYER));
    expect(await buy(BUYER)).toEqual(REFUSED);
    expect((await buy(BUYER, { buyerPhone: ownPhone() })).ok).toBe(true);
    expect((await buy(BUYER, { method: "vietqr" })).ok).toBe(true);
    const orderCode = `${first}-1`;
    await confirmOrder(BUYER, ALL, { orderCode });
    await shipOrder(BUYER, ALL, { orderCode, carrier: "GHN", trackingCode: "GHN123456" });
    expect(await buy(BUYER)).toEqual(REFUSED);
    await deliverOrder(BUYER, BY_HOUSEHOLD, { orderCode });
    const third = await codeOf(buy(BUYER));
    expect(third).not.toBe(second);
    expect(await buy(BUYER)).toEqual(REFUSED);
    const calledOff = { orderCode: `${second}-1`, to: "cancelled", reason: "Mất mùa" } as const;
    expect(await closeOrder(BUYER, BY_HOUSEHOLD, calledOff)).toMatchObject({ ok: true });
    expect((await buy(BUYER)).ok).toBe(true);
  });

  it("counts a purchase of several households once, until all of it is over", async () => {
    const lines = [
      { productId: tea, quantity: 1 },
      { productId: honey, quantity: 1 },
    ];
    const code = await codeOf(buy(BUYER, { lines }));
    expect((await buy(BUYER)).ok).toBe(true);
    const calledOff = { orderCode: `${code}-1`, to: "cancelled", reason: "Mất mùa" } as const;
    expect(await closeOrder(BUYER, BY_HOUSEHOLD, calledOff)).toMatchObject({ ok: true });
    expect(await buy(BUYER)).toEqual(REFUSED);
  });

  it("waits for five of a member's", async () => {
    const userId = await insertTestUser();
    const member: Actor = { kind: "user", userId, role: "buyer" };
    for (let i = 0; i < 5; i += 1) expect((await buy(member)).ok).toBe(true);
    expect(await buy(member)).toEqual(REFUSED);
    expect(await buy(BUYER)).toEqual(REFUSED);
  });

  it("answers a form that is sent again with the order it made", async () => {
    const change = { submissionKey: "k".repeat(32) };
    const code = await codeOf(buy(BUYER, change));
    await codeOf(buy(BUYER));
    expect(await codeOf(buy(BUYER, change))).toBe(code);
  });

  it("is for 10 packs of a product to a guest, in however many lines; transfers and members buy more", async () => {
    const productId = await insertTestProduct({ householdId, stockCount: 100 });
    const packs = (...quantities: number[]) => ({
      lines: quantities.map((quantity) => ({ productId, quantity })),
    });
    const refused = { ok: false, code: "cash_packs_limited" };
    expect(await buy(BUYER, packs(11))).toEqual(refused);
    expect(await buy(BUYER, packs(6, 5))).toEqual(refused);
    expect((await buy(BUYER, packs(10))).ok).toBe(true);
    expect((await buy(BUYER, { ...packs(11), method: "vietqr" })).ok).toBe(true);
    const userId = await insertTestUser();
    expect((await buy({ kind: "user", userId, role: "buyer" }, packs(11))).ok).toBe(true);
  });
});
