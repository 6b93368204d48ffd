import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { cardAttempts } from "~db/schema/payments-cards";
import { notices } from "~db/schema/notices";
import { GUEST } from "~/domain/audit/actor";
import { takeEvents } from "~/domain/notices/take-events.server";
import { findCheckoutId } from "~/domain/orders/queries-records.server";
import { offeredMethods } from "~/domain/orders/offered-methods";
import { mayClaim } from "~/domain/payments/may-claim";
import { balanceOf } from "~/domain/settlement/queries.server";
import { inTransaction, reader } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { vnd } from "~/platform/money";
import { cancelPurchase } from "./cancel-purchase.server";
import { endCardSession } from "./end-card-session.server";
import { placeCheckout } from "./place-checkout.server";
import { receiveBankNotice } from "./receive-bank-notice.server";
import { switchMethod } from "./switch-method.server";
import { api, DUE, openedSession, openSession, payOnPage, standOf } from "./test-cards";
import {
  insertTestHousehold,
  insertTestProduct,
  ownPhone,
  testNotice,
  testSubmission,
} from "./test-shop";
import { code, fault, mend, orderId, poll, setUpCardOrders, shop, sweep } from "./test-card-orders";

setUpCardOrders();

/** Cards beside the other ways to pay: who leaves one for another, and who pays twice. */

describe("another way", () => {
  it("case 68: ends the open session first", async () => {
    const url = await openedSession(orderId);
    expect(await endCardSession(orderId)).toEqual({ ok: true, value: null });
    expect((await payOnPage(url)).status).toBe(410);
    expect(await endCardSession(orderId)).toEqual({ ok: true, value: null });
  });

  it("case 68: when it was paid meanwhile the order is paid", async () => {
    await payOnPage(await openedSession(orderId));
    expect(await endCardSession(orderId)).toMatchObject({ ok: false, code: "card_paid" });
    expect(await standOf(orderId)).toMatchObject({ checkout: "accepted", payment: "paid" });
  });

  it("case 68: is not taken at the door while the provider does not answer", async () => {
    await openedSession(orderId);
    await fault({ kind: "error", status: 503, times: 100 });
    expect(await endCardSession(orderId)).toMatchObject({ ok: false, code: "card_unreachable" });
    const to = { checkoutCode: code, method: "cod" } as const;
    expect(await switchMethod(GUEST, to)).toEqual({ ok: false, code: "card_not_ended" });
    expect(await standOf(orderId)).toMatchObject({ checkout: "awaiting_payment", payment: "open" });
  });

  it.each(["vietqr", "mobile_money"] as const)(
    "case 68: by %s is taken all the same, and the timer ends the session at once",
    async (method) => {
      const url = await openedSession(orderId);
      await fault({ kind: "error", status: 503, times: 100 });
      expect(await switchMethod(GUEST, { checkoutCode: code, method })).toMatchObject({ ok: true });
      await sweep();
      await mend();
      await sweep();
      expect((await payOnPage(url)).status).toBe(410);
      expect(await standOf(orderId)).toMatchObject({
        checkout: "awaiting_payment",
        payment: "open",
        attempts: [{ status: "expired" }],
      });
    },
  );

  it("case 68: by transfer and paid by card too, the card gets its money back", async () => {
    const url = await openedSession(orderId);
    await fault({ kind: "error", status: 503, times: 100 });
    await switchMethod(GUEST, { checkoutCode: code, method: "vietqr" });
    await mend();
    const notice = testNotice({ amountVnd: vnd(DUE), content: code });
    await receiveBankNotice({ notice, rawBody: "{}" });
    await payOnPage(url);
    await poll();
    await sweep();
    expect(await standOf(orderId)).toMatchObject({ payment: "paid", buyerVnd: DUE, owedVnd: 0 });
  });

  it("ends the session of an order that its buyer gives up", async () => {
    const url = await openedSession(orderId);
    expect(await cancelPurchase(GUEST, { checkoutCode: code })).toMatchObject({ ok: true });
    expect((await payOnPage(url)).status).toBe(410);
    expect(await standOf(orderId)).toMatchObject({
      checkout: "cancelled",
      attempts: [{ status: "expired" }],
    });
  });

  it("gives an order up although the provider does not answer, and the timer ends the session", async () => {
    const url = await openedSession(orderId);
    await fault({ kind: "error", status: 503, times: 100 });
    expect(await cancelPurchase(GUEST, { checkoutCode: code })).toMatchObject({ ok: true });
    expect(await standOf(orderId)).toMatchObject({ checkout: "cancelled" });
    await mend();
    await sweep();
    expect((await payOnPage(url)).status).toBe(410);
  });

  it("pays by transfer, and the session is ended by the timer", async () => {
    const url = await openedSession(orderId);
    const notice = testNotice({ amountVnd: vnd(DUE), content: code });
    await receiveBankNotice({ notice, rawBody: "{}" });
    await sweep();
    expect((await payOnPage(url)).status).toBe(410);
    expect(await openSession(orderId)).toMatchObject({ ok: false, code: "card_not_due" });
  });
});

describe("a card", () => {
  /** At 50,000,000 a pack. */
  let dear: string;
  beforeAll(async () => {
    const householdId = await insertTestHousehold();
    dear = await insertTestProduct({ householdId, priceVnd: vnd(50_000_000) });
  });

  it("case 6: is not taken below 20,000 đồng or above 99,999,999, whoever posts it", async () => {
    expect(offeredMethods({ hasAlcohol: false, dueVnd: 19_999, takesCards: true })).not.toContain(
      "card",
    );
    expect(offeredMethods({ hasAlcohol: false, dueVnd: 20_000, takesCards: true })).toContain(
      "card",
    );
    const most = { hasAlcohol: false, dueVnd: 99_999_999, takesCards: true };
    expect(offeredMethods(most)).toContain("card");
    expect(offeredMethods({ ...most, dueVnd: 100_000_000 })).not.toContain("card");
    expect(offeredMethods({ ...most, takesCards: false })).not.toContain("card");
    const forced = testSubmission({
      lines: [{ productId: dear, quantity: 2 }],
      expectedTotalVnd: vnd(100_044_000),
      buyerPhone: ownPhone(),
      method: "card",
    });
    expect(await placeCheckout(GUEST, forced)).toEqual({ ok: false, code: "card_amount" });
    expect(await placeCheckout(GUEST, { ...forced, method: "vietqr" })).toMatchObject({ ok: true });
  });

  it("case 6: is refused for what is left when that is too little, and a transfer pays it", async () => {
    const notice = (amountVnd: number) => testNotice({ amountVnd: vnd(amountVnd), content: code });
    await receiveBankNotice({ notice: notice(DUE - 10_000), rawBody: "{}" });
    expect(await openSession(orderId)).toEqual({ ok: false, code: "card_amount" });
    await receiveBankNotice({ notice: notice(10_000), rawBody: "{}" });
    expect(await standOf(orderId)).toMatchObject({ payment: "paid" });
  });

  it("case 68: is left for another way, which ends its session first", async () => {
    const url = await openedSession(orderId);
    const to = { checkoutCode: code, method: "vietqr" } as const;
    expect(await switchMethod(GUEST, to)).toMatchObject({ ok: true });
    expect((await payOnPage(url)).status).toBe(410);
    expect(await openSession(orderId)).toEqual({ ok: false, code: "card_not_due" });
    expect(await switchMethod(GUEST, { ...to, method: "card" })).toMatchObject({ ok: true });
    await openedSession(orderId);
  });

  it("case 68: is kept by whoever may not pay as asked for", async () => {
    const place = async (method: "cod" | "card") => {
      const lines = [{ productId: shop.productId, quantity: 1 }];
      const asked = testSubmission({ lines, expectedTotalVnd: vnd(DUE), method });
      const placed = await placeCheckout(GUEST, asked);
      if (!placed.ok) throw new Error(placed.code);
      return placed.value.code;
    };
    await place("cod");
    await place("cod");
    const checkoutCode = await place("card");
    const { id } = present(await findCheckoutId(reader(), checkoutCode), "just placed");
    const url = await openedSession(id);
    expect(await switchMethod(GUEST, { checkoutCode, method: "cod" })).toEqual({
      ok: false,
      code: "cash_orders_open",
    });
    expect((await payOnPage(url)).status).toBe(303);
    expect(await standOf(id)).toMatchObject({ payment: "open" });
    await poll();
    expect(await standOf(id)).toMatchObject({ payment: "paid" });
  });

  it("is no transfer that its buyer could say was made, until it is left for one", () => {
    const awaited = { status: "open", method: "card" } as const;
    expect(mayClaim(awaited)).toBe(false);
    expect(mayClaim({ ...awaited, method: "vietqr" })).toBe(true);
  });

  it("case 68: that paid meanwhile stays how the order was paid", async () => {
    await payOnPage(await openedSession(orderId));
    const to = { checkoutCode: code, method: "cod" } as const;
    expect(await switchMethod(GUEST, to)).toMatchObject({ ok: false, code: "card_paid" });
    expect(await standOf(orderId)).toMatchObject({ payment: "paid" });
  });
});

describe("a second payment", () => {
  /** As when two windows were open and the provider did not end the first. */
  async function twoSessions() {
    const first = await openedSession(orderId);
    const [attempt] = (await standOf(orderId)).attempts;
    await inTransaction((tx) =>
      tx
        .update(cardAttempts)
        .set({ status: "expired" })
        .where(eq(cardAttempts.id, attempt?.id ?? "")),
    );
    return [first, await openedSession(orderId)] as const;
  }

  it("case 9: of one order goes back to its card by itself, once", async () => {
    const [first, second] = await twoSessions();
    await payOnPage(first);
    await payOnPage(second);
    await poll();
    const clearing = await balanceOf({ kind: "card_clearing" });
    expect(await standOf(orderId)).toMatchObject({ payment: "paid", buyerVnd: DUE, owedVnd: 0 });
    await sweep();
    await sweep();
    await poll();
    expect(await balanceOf({ kind: "card_clearing" })).toBe(clearing);
    const { charges } = await standOf(orderId);
    expect(charges.map(({ reason }) => reason).toSorted()).toEqual(["paid", "refund_due"]);
    const back = charges.find(({ reason }) => reason === "refund_due");
    const refunds = await api<{ data: { amount: number; status: string }[] }>(
      shop.mock,
      `refunds?charge=${back?.id}`,
    );
    expect(refunds.data).toMatchObject([{ amount: DUE, status: "succeeded" }]);
    // Its buyer is not asked for an account.
    while ((await takeEvents()) > 0);
    const { paymentId } = present((await standOf(orderId)).attempts[0], "no attempt");
    const told = await reader().select().from(notices).where(eq(notices.subjectId, paymentId));
    expect(told.map(({ kind }) => kind)).toEqual(["payment_to_card"]);
  });
});
