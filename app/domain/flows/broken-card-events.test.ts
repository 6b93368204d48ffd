import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { cardDisputes } from "~db/schema/payments-cards";
import type { CardDispute, CardProvider } from "~/domain/payments/card-provider";
import { listCardEvents } from "~/domain/payments/queries-cards.server";
import { checkLedger } from "~/domain/settlement/check-ledger.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { now, setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { HOUR_MS, MINUTE_MS, startOfDate } from "~/platform/period";
import { pollCardEvents } from "./poll-card-events.server";
import {
  control,
  listEvents,
  openCardShop,
  openedSession,
  payOnPage,
  placeCardOrder,
  standOf,
  type CardShop,
} from "./test-cards";

/** An event on which our own books fail stops nobody else's, and what a dispute costs later is booked. */

let shop: CardShop;
let order: { id: string };
let disputeId: string;

const poll = (provider: CardProvider = shop.provider) => pollCardEvents(provider);
const close = (outcome: "won" | "lost") =>
  control(shop.mock, `disputes/${disputeId}`, { method: "POST", body: { outcome } });
/** The provider, telling this dispute otherwise. */
const telling = (change: (told: CardDispute) => Partial<CardDispute>): CardProvider => ({
  ...shop.provider,
  readDispute: async (id) => {
    const told = await shop.provider.readDispute(id);
    if (!told.ok || id !== disputeId) return told;
    return { ok: true, value: { ...told.value, ...change(told.value) } };
  },
});
const ofDispute = async () => (await listEvents()).filter(({ aboutId }) => aboutId === disputeId);
const row = async () =>
  (await reader().select().from(cardDisputes).where(eq(cardDisputes.id, disputeId)))[0];

beforeAll(async () => {
  setClock(startOfDate("2026-11-23") + 9 * HOUR_MS);
  shop = await openCardShop();
});
afterAll(async () => {
  setClock();
  await shop.close();
});
beforeEach(async () => {
  setClock(Math.ceil(now() / HOUR_MS) * HOUR_MS + 2 * HOUR_MS);
  order = await placeCardOrder(shop.productId);
  await payOnPage(await openedSession(order.id));
  await poll();
  const [charge] = (await standOf(order.id)).charges;
  const body = { charge: charge?.id };
  const opened = await control<{ id: string }>(shop.mock, "disputes", { method: "POST", body });
  disputeId = opened.id;
  await poll();
});
afterEach(async () => {
  expect(await checkLedger()).toEqual([]);
});

it("is passed over for ten minutes, then kept for a person, and done when our books can", async () => {
  const held = await balanceOf({ kind: "dispute_hold" });
  const before = (await ofDispute()).length;
  await close("lost");
  const broken = telling(({ amount }) => ({ amount: amount + 1_000 }));
  const other = await placeCardOrder(shop.productId);
  await payOnPage(await openedSession(other.id));
  setClock(now() + MINUTE_MS);
  expect(await poll(broken)).toMatchObject({ ok: true });
  expect(await standOf(other.id)).toMatchObject({ payment: "paid" });
  expect(await ofDispute()).toHaveLength(before);

  // Listed again by each poll of the next minutes: an hour's glitch would be over by now.
  setClock(now() + 10 * MINUTE_MS);
  expect(await poll(broken)).toMatchObject({ ok: true });
  const kept = (await ofDispute()).filter(({ reason }) => reason === "broken");
  expect(kept.length).toBeGreaterThan(0);
  expect(kept).toHaveLength((await ofDispute()).length - before);
  const shown = await listCardEvents({ status: "quarantined", page: 1 });
  expect(shown.events.map(({ id }) => id)).toEqual(expect.arrayContaining([kept[0]?.id]));
  expect(await row()).toMatchObject({ status: "open" });

  // Not before the hour is over, and not while they still fail.
  setClock(now() + MINUTE_MS);
  await poll();
  expect((await ofDispute()).some(({ reason }) => reason === "broken")).toBe(true);
  setClock(now() + HOUR_MS);
  await poll(broken);
  expect((await ofDispute()).some(({ reason }) => reason === "broken")).toBe(true);
  setClock(now() + HOUR_MS);
  await poll();
  const ended = await ofDispute();
  expect(ended).toHaveLength(before + kept.length);
  expect(ended.every(({ status, reason }) => status === "taken" && reason === "told")).toBe(true);
  expect(await row()).toMatchObject({ status: "lost" });
  expect(await balanceOf({ kind: "dispute_hold" })).toBeLessThan(held);
});

it("books what the provider takes for a dispute later, once", async () => {
  const fees = () => balanceOf({ kind: "gateway_fees" });
  const feesBefore = await fees();
  const feeVnd = (await row())?.feeVnd ?? 0;
  expect(feeVnd).toBeGreaterThan(0);
  await close("lost");
  const dearer = telling((told) => ({ feeVnd: told.feeVnd + 390_000 }));
  setClock(now() + MINUTE_MS);
  await poll(dearer);
  await poll(dearer);
  expect(await row()).toMatchObject({ status: "lost", feeVnd: feeVnd + 390_000 });
  expect(await fees()).toBe(feesBefore + 390_000);
  expect(await checkLedger()).toEqual([]);
});
