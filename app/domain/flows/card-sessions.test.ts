import { describe, expect, it } from "vitest";
import { vnd } from "~/platform/money";
import { DAY_MS, MINUTE_MS } from "~/platform/period";
import { receiveBankNotice } from "./receive-bank-notice.server";
import { DUE, openedSession, openSession, payOnPage, placeCardOrder, standOf } from "./test-cards";
import { testNotice } from "./test-shop";
import {
  code,
  fault,
  mend,
  orderId,
  ownSessions,
  pass,
  poll,
  setUpCardOrders,
  shop,
  sweep,
} from "./test-card-orders";

setUpCardOrders();

describe("a session", () => {
  it("case 5: asks the provider for whole đồng, and for this order", async () => {
    await openedSession(orderId);
    const [session] = await ownSessions();
    expect(session).toMatchObject({
      amount_total: DUE,
      currency: "vnd",
      client_reference_id: code,
      payment_status: "unpaid",
    });
  });

  it("case 8: pressed twice at once is one session, and one address", async () => {
    const [one, other] = await Promise.all([openedSession(orderId), openedSession(orderId)]);
    expect(one).toBe(other);
    expect(await ownSessions()).toHaveLength(1);
    expect((await standOf(orderId)).attempts).toHaveLength(1);
  });

  it("case 10: one whose answer broke off is asked for again under its key", async () => {
    await fault({ kind: "reset_after_commit", method: "POST", path: "/v1/checkout/sessions" });
    await openedSession(orderId);
    expect(await ownSessions()).toHaveLength(1);
  });

  it("case 11: a process that dies before the answer is stored asks again with the same key", async () => {
    const path = "/v1/checkout/sessions";
    await fault({ kind: "reset_after_commit", method: "POST", path });
    await fault({ kind: "error", status: 503, times: 9, method: "POST", path });
    expect(await openSession(orderId)).toMatchObject({ ok: false, code: "card_unreachable" });
    const [begun] = (await standOf(orderId)).attempts;
    expect(begun).toMatchObject({ status: "creating", sessionId: null });
    await mend();
    pass(MINUTE_MS);
    await sweep();
    const [found] = (await standOf(orderId)).attempts;
    expect(found).toMatchObject({ id: begun?.id, status: "open" });
    expect((await ownSessions()).map(({ id }) => id)).toEqual([found?.sessionId]);
  });

  it("case 12: another amount is another session under another key, and the old one ends", async () => {
    const first = await openedSession(orderId);
    await receiveBankNotice({
      notice: testNotice({ amountVnd: vnd(100_000), content: code }),
      rawBody: "{}",
    });
    const second = await openedSession(orderId);
    expect(second).not.toBe(first);
    expect(
      (await standOf(orderId)).attempts.map(({ status, amountVnd }) => [status, amountVnd]),
    ).toEqual([
      ["expired", DUE],
      ["open", DUE - 100_000],
    ]);
    expect((await payOnPage(first)).status).toBe(410);
    await payOnPage(second);
    await poll();
    expect(await standOf(orderId)).toMatchObject({ payment: "paid", owedVnd: 0 });
  });

  it("case 13: a key older than a day is not used again; its session is looked for", async () => {
    const path = "/v1/checkout/sessions";
    await fault({ kind: "reset_after_commit", method: "POST", path });
    await fault({ kind: "error", status: 503, times: 9, method: "POST", path });
    await openSession(orderId);
    await mend();
    pass(DAY_MS + MINUTE_MS);
    await sweep();
    const stand = await standOf(orderId);
    expect(stand.attempts.map(({ status }) => status)).toEqual(["expired"]);
    expect(await ownSessions()).toHaveLength(1);
  });

  it.each([429, 500, 503])(
    "case 14: %i is asked again a few times, and then the order stands as before",
    async (status) => {
      const path = "/v1/checkout/sessions";
      await fault({ kind: "error", status, times: 1, method: "POST", path });
      await openedSession(orderId);
      const other = await placeCardOrder(shop.productId);
      await fault({ kind: "error", status, times: 9, method: "POST", path });
      expect(await openSession(other.id)).toMatchObject({ ok: false, code: "card_unreachable" });
      expect(await standOf(other.id)).toMatchObject({
        checkout: "awaiting_payment",
        payment: "open",
      });
    },
  );

  it("is a new one where an error lies under the old key for ever", async () => {
    const path = "/v1/checkout/sessions";
    await fault({ kind: "error", status: 500, stored: true, method: "POST", path });
    const opened = await openSession(orderId);
    if (!opened.ok) await openedSession(orderId);
    expect((await standOf(orderId)).attempts.at(-1)?.status).toBe("open");
  });
});
