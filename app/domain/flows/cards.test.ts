import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditEntries } from "~db/schema/audit";
import { cardAttempts } from "~db/schema/payments-cards";
import { stockReservations } from "~db/schema/catalog";
import { SYSTEM } from "~/domain/audit/actor";
import type { CardProvider } from "~/domain/payments/card-provider";
import { checkLedger } from "~/domain/settlement/check-ledger.server";
import { now, setClock } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { vnd } from "~/platform/money";
import { succeed } from "~/platform/result";
import { DAY_MS, MINUTE_MS, startOfDate } from "~/platform/period";
import { askChargeFees } from "./ask-charge-fees.server";
import { endCardSession } from "./end-card-session.server";
import { expireCheckouts } from "./expire-checkouts.server";
import { pollCardEvents } from "./poll-card-events.server";
import { receiveBankNotice } from "./receive-bank-notice.server";
import { sweepCards } from "./sweep-cards.server";
import { takeCardNotice } from "./take-card-notice.server";
import {
  api,
  CARDS,
  control,
  DUE,
  listEvents,
  openCardShop,
  openDoor,
  openedSession,
  openSession,
  payOnPage,
  placeCardOrder,
  signedNotice,
  standOf,
  type CardShop,
} from "./test-cards";
import { testNotice } from "./test-shop";

let shop: CardShop;
let orderId: string;
let code: string;
const START = startOfDate("2026-11-23") + 9 * 3_600_000;

beforeAll(async () => {
  setClock(START);
  shop = await openCardShop();
});
afterAll(async () => {
  expect(await checkLedger()).toEqual([]);
  setClock();
  await shop.close();
});
beforeEach(async () => {
  ({ id: orderId, code } = await placeCardOrder(shop.productId));
});
afterEach(async () => {
  await mend();
});

const fault = (body: object) => control(shop.mock, "faults", { method: "POST", body });
const mend = () => control(shop.mock, "faults", { method: "DELETE" });
const decide = (what: string, outcome: string) =>
  control(shop.mock, what, { method: "POST", body: { outcome } });
const poll = () => pollCardEvents(shop.provider);
const sweep = () => sweepCards(shop.provider);
const pass = (milliseconds: number) => setClock(now() + milliseconds);
type Listed<Thing> = { data: Thing[] };
const sessionsAt = async () =>
  (
    await api<Listed<{ id: string; client_reference_id: string }>>(
      shop.mock,
      "checkout/sessions?limit=100",
    )
  ).data;
const ownSessions = async () =>
  (await sessionsAt()).filter((one) => one.client_reference_id === code);
type Event = { id: string; type: string; data: { object: Record<string, unknown> } };
const eventsAt = async () => (await api<Listed<Event>>(shop.mock, "events?limit=100")).data;
const tell = (event: object) => takeCardNotice(signedNotice(JSON.stringify(event)));
const lastOf = async (type: string) =>
  present(
    (await eventsAt()).find((event) => event.type === type),
    `no ${type}`,
  );

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

describe("the deadline", () => {
  const expire = () => expireCheckouts(SYSTEM);

  it("case 33: 3-D Secure that is left lets the session end and the stock go, once", async () => {
    const url = await openedSession(orderId);
    expect((await payOnPage(url, CARDS.verified)).status).toBe(303);
    pass(32 * MINUTE_MS);
    await expire();
    await sweep();
    await expire();
    await sweep();
    const stand = await standOf(orderId);
    expect(stand).toMatchObject({ checkout: "expired", attempts: [{ status: "expired" }] });
    const released = await reader()
      .select()
      .from(stockReservations)
      .where(eq(stockReservations.status, "released"));
    expect(new Set(released.map(({ lineItemId }) => lineItemId)).size).toBe(released.length);
    expect((await payOnPage(url)).status).toBe(410);
  });

  it("case 34: paid in the last second it is honoured while the stock is there", async () => {
    const url = await openedSession(orderId);
    pass(30 * MINUTE_MS + 1_000);
    await expire();
    await payOnPage(url);
    await sweep();
    expect(await standOf(orderId)).toMatchObject({
      checkout: "accepted",
      payment: "paid",
      charges: [{ reason: "late_accepted" }],
    });
  });

  it("case 34: a session that outlived its order is ended", async () => {
    const url = await openedSession(orderId);
    pass(30 * MINUTE_MS + 1_000);
    await expire();
    await sweep();
    expect((await payOnPage(url)).status).toBe(410);
    expect(await standOf(orderId)).toMatchObject({ checkout: "expired", payment: "expired" });
  });
});

describe("what the provider refuses to show", () => {
  const FORGOTTEN = 20;
  const forget = async (checkoutId: string) => {
    for (const { id } of (await standOf(checkoutId)).attempts) {
      await inTransaction((tx) =>
        tx
          .update(cardAttempts)
          .set({ sessionId: `cs_gone_${id}`, intentId: `pi_gone_${id}` })
          .where(eq(cardAttempts.id, id)),
      );
    }
  };

  it("does not keep the sweep from what comes after it", { timeout: 60_000 }, async () => {
    for (let n = 0; n < FORGOTTEN; n += 1) {
      const other = await placeCardOrder(shop.productId);
      await openedSession(other.id);
      await forget(other.id);
    }
    pass(1_000);
    await payOnPage(await openedSession(orderId));
    pass(3 * MINUTE_MS);
    await sweep();
    await sweep();
    await sweep();
    expect(await standOf(orderId)).toMatchObject({ payment: "paid" });
  });

  it("does not keep other fees from being asked for", { timeout: 60_000 }, async () => {
    const { provider } = shop;
    const withoutFees: CardProvider = {
      ...provider,
      readIntent: async (id) => {
        const read = await provider.readIntent(id);
        if (!read.ok || read.value.charge === null) return read;
        return succeed({ ...read.value, charge: { ...read.value.charge, feeVnd: null } });
      },
    };
    for (let n = 0; n < FORGOTTEN; n += 1) {
      const other = await placeCardOrder(shop.productId);
      await payOnPage(await openedSession(other.id));
      await pollCardEvents(withoutFees);
      await forget(other.id);
      pass(1_000);
    }
    await payOnPage(await openedSession(orderId));
    await pollCardEvents(withoutFees);
    expect((await standOf(orderId)).charges).toMatchObject([{ feeVnd: null }]);
    pass(MINUTE_MS);
    await askChargeFees(provider);
    await askChargeFees(provider);
    expect((await standOf(orderId)).charges[0]?.feeVnd).toBeGreaterThan(0);
  });
});
