import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { cardAttempts } from "~db/schema/payments-cards";
import type { CardProvider } from "~/domain/payments/card-provider";
import { inTransaction, reader } from "~/platform/db.server";
import { succeed } from "~/platform/result";
import { MINUTE_MS } from "~/platform/period";
import { endCardSession } from "./end-card-session.server";
import { pollCardEvents } from "./poll-card-events.server";
import {
  CARDS,
  control,
  DUE,
  listEvents,
  openDoor,
  openedSession,
  payOnPage,
  standOf,
} from "./test-cards";
import {
  eventsAt,
  lastOf,
  orderId,
  ownSessions,
  pass,
  poll,
  setUpCardOrders,
  shop,
  sweep,
  tell,
} from "./test-card-orders";

setUpCardOrders();

const decide = (what: string, outcome: string) =>
  control(shop.mock, what, { method: "POST", body: { outcome } });

describe("news", () => {
  it("case 17: a webhook alone pays the order, with the buyer's window closed", async () => {
    const close = await openDoor(shop.mock);
    await payOnPage(await openedSession(orderId));
    await expect.poll(async () => (await standOf(orderId)).payment).toBe("paid");
    await close();
    const stand = await standOf(orderId);
    expect(stand).toMatchObject({ checkout: "accepted", capturedVnd: DUE, buyerVnd: DUE });
    expect(stand.charges).toMatchObject([{ amountVnd: DUE, reason: "paid" }]);
    expect(stand.charges[0]?.feeVnd).toBeGreaterThan(0);
  });

  it("case 18: comes before the answer that opened the session is stored", async () => {
    const url = await openedSession(orderId);
    await payOnPage(url);
    const [attempt] = (await standOf(orderId)).attempts;
    await inTransaction((tx) =>
      tx
        .update(cardAttempts)
        .set({ status: "creating", sessionId: null, url: null })
        .where(eq(cardAttempts.id, attempt?.id ?? "")),
    );
    expect(await tell(await lastOf("checkout.session.completed"))).toMatchObject({ ok: true });
    expect(await standOf(orderId)).toMatchObject({ payment: "paid" });
  });

  it("case 19: never comes, and the list of events tells of it", async () => {
    await payOnPage(await openedSession(orderId));
    expect(await standOf(orderId)).toMatchObject({ payment: "open" });
    expect(await poll()).toMatchObject({ ok: true });
    expect(await standOf(orderId)).toMatchObject({ payment: "paid" });
    expect(await poll()).toMatchObject({ ok: true, value: { newCount: 0, isMore: false } });
  });

  it("case 19: not even in the list: what nothing is heard of is asked about", async () => {
    await payOnPage(await openedSession(orderId));
    pass(3 * MINUTE_MS);
    await sweep();
    expect(await standOf(orderId)).toMatchObject({ payment: "paid" });
  });

  it("case 20: the same event five times at once is one transaction and five answers", async () => {
    await payOnPage(await openedSession(orderId));
    const event = await lastOf("checkout.session.completed");
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => tell(event)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(await standOf(orderId)).toMatchObject({ capturedVnd: DUE, owedVnd: 0 });
    expect((await listEvents()).filter(({ eventId }) => eventId === event.id)).toHaveLength(1);
    const accepted = await reader()
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, orderId));
    expect(accepted.filter(({ action }) => action === "checkout.accept")).toHaveLength(1);
  });

  it("case 21: two events of one fact are counted once", async () => {
    await payOnPage(await openedSession(orderId));
    await tell(await lastOf("payment_intent.succeeded"));
    await tell(await lastOf("charge.succeeded"));
    await tell(await lastOf("checkout.session.completed"));
    const stand = await standOf(orderId);
    expect(stand).toMatchObject({ capturedVnd: DUE, owedVnd: 0, buyerVnd: DUE });
    expect(stand.charges).toHaveLength(1);
  });

  it("case 23: that a session expired changes nothing once it is paid", async () => {
    const url = await openedSession(orderId);
    await payOnPage(url);
    const paid = await lastOf("checkout.session.completed");
    await tell(paid);
    const session = { ...paid.data.object, status: "expired" };
    await tell({
      ...paid,
      id: "evt_late",
      type: "checkout.session.expired",
      data: { object: session },
    });
    expect(await standOf(orderId)).toMatchObject({
      payment: "paid",
      attempts: [{ status: "paid" }],
    });
  });

  it.each([
    ["of another mode", { livemode: true }, "other_mode"],
    ["of another account", { account: "acct_other" }, "other_account"],
    ["in another version", { api_version: "2020-08-27" }, "other_version"],
  ])("case 28: %s is kept for a person and changes nothing", async (_, change, reason) => {
    await payOnPage(await openedSession(orderId));
    const event = { ...(await lastOf("checkout.session.completed")), ...change };
    expect(await tell(event)).toMatchObject({ ok: true });
    expect(await standOf(orderId)).toMatchObject({ payment: "open" });
    const kept = (await listEvents()).filter(({ eventId }) => eventId === event.id);
    expect(kept).toMatchObject([{ status: "quarantined", reason }]);
    // The true one, in the list, is taken all the same.
    await poll();
    expect(await standOf(orderId)).toMatchObject({ payment: "paid" });
  });

  /** As when the account's own version is another one: so its list tells every event. */
  const olderList: CardProvider["listEvents"] = async (span) => {
    const listed = await shop.provider.listEvents(span);
    if (!listed.ok || listed.value.kind === "too_many") return listed;
    const events = listed.value.events.map((event) => ({ ...event, apiVersion: "2020-08-27" }));
    return succeed({ kind: "events", events });
  };
  const pollOlder = () => pollCardEvents({ ...shop.provider, listEvents: olderList });

  it("case 28: the list is read in whatever version it tells", async () => {
    await payOnPage(await openedSession(orderId));
    const event = await lastOf("checkout.session.completed");
    // A webhook of that version is not believed, and does not hide the true event.
    await tell({ ...event, api_version: "2020-08-27" });
    expect(await standOf(orderId)).toMatchObject({ payment: "open" });
    expect(await pollOlder()).toMatchObject({ ok: true });
    expect(await standOf(orderId)).toMatchObject({ payment: "paid" });
    const kept = (await listEvents()).filter(({ eventId }) => eventId === event.id);
    expect(kept.map(({ status, toldBy }) => `${toldBy} ${status}`).toSorted()).toEqual([
      "list taken",
      "webhook quarantined",
    ]);
    expect(await pollOlder()).toMatchObject({ value: { newCount: 0 } });
  });

  it("case 28: what a webhook told in our version is known in such a list", async () => {
    await payOnPage(await openedSession(orderId));
    const event = await lastOf("checkout.session.completed");
    await tell(event);
    expect(await pollOlder()).toMatchObject({ ok: true });
    const kept = (await listEvents()).filter(({ eventId }) => eventId === event.id);
    expect(kept).toMatchObject([{ status: "taken", toldBy: "webhook" }]);
  });

  it("case 29: of an order that we do not know is kept for a person", async () => {
    await payOnPage(await openedSession(orderId));
    const event = await lastOf("checkout.session.completed");
    const object = {
      ...event.data.object,
      id: "cs_other",
      payment_intent: "pi_other",
      metadata: { attempt: "cat_of_another_shop" },
    };
    const id = "evt_other_shop";
    expect(await tell({ ...event, id, data: { object } })).toMatchObject({ ok: true });
    const kept = (await listEvents()).filter(({ eventId }) => eventId === id);
    expect(kept).toMatchObject([{ status: "quarantined", reason: "unknown_order" }]);
    expect(await standOf(orderId)).toMatchObject({ payment: "open" });
    await poll();
  });

  it.each([
    ["amount", { amount_total: 1 }, "amount_differs"],
    ["currency", { currency: "usd" }, "currency_differs"],
  ])("case 30: another %s than was asked for pays nothing", async (_, change, reason) => {
    await openedSession(orderId);
    const [session] = await ownSessions();
    const event = { id: `evt_${reason}`, object: "event", type: "checkout.session.completed" };
    const known = await eventsAt();
    await tell({
      ...known[0],
      ...event,
      data: { object: { ...session, status: "complete", payment_status: "paid", ...change } },
    });
    const kept = (await listEvents()).filter(({ eventId }) => eventId === event.id);
    expect(kept).toMatchObject([{ status: "quarantined", reason }]);
    expect(await standOf(orderId)).toMatchObject({ payment: "open", charges: [] });
  });

  it("case 31: a session that is complete and not paid waits", async () => {
    await payOnPage(await openedSession(orderId), CARDS.slow);
    await poll();
    expect(await standOf(orderId)).toMatchObject({
      payment: "open",
      attempts: [{ status: "open" }],
    });
    expect(await endCardSession(orderId)).toMatchObject({ ok: false, code: "card_processing" });
    const intent = (await standOf(orderId)).attempts[0]?.intentId;
    await decide(`payment_intents/${intent}`, "succeeded");
    await poll();
    expect(await standOf(orderId)).toMatchObject({ payment: "paid" });
  });

  it("case 31: and is free again when the bank says no", async () => {
    await payOnPage(await openedSession(orderId), CARDS.slowThenRefused);
    await poll();
    const intent = (await standOf(orderId)).attempts[0]?.intentId;
    await decide(`payment_intents/${intent}`, "failed");
    await poll();
    expect(await standOf(orderId)).toMatchObject({ attempts: [{ status: "expired" }] });
    await openedSession(orderId);
  });

  it("case 32: a decline leaves the order payable, and then it is paid once", async () => {
    const url = await openedSession(orderId);
    expect((await payOnPage(url, CARDS.declined)).status).toBe(402);
    await poll();
    expect(await standOf(orderId)).toMatchObject({ payment: "open", charges: [] });
    expect(await openedSession(orderId)).toBe(url);
    await payOnPage(url);
    await poll();
    expect(await standOf(orderId)).toMatchObject({ payment: "paid", owedVnd: 0 });
  });
});
