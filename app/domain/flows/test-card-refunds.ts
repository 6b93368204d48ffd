import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { orders } from "~db/schema/orders";
import { cardRefunds } from "~db/schema/payments-cards";
import { GUEST, type UserActor } from "~/domain/audit/actor";
import { checkLedger } from "~/domain/settlement/check-ledger.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { setClock } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { vnd } from "~/platform/money";
import { startOfDate } from "~/platform/period";
import { closeOrder } from "./close-order.server";
import { pollCardEvents } from "./poll-card-events.server";
import { refundToCard } from "./refund-to-card.server";
import { sweepCards } from "./sweep-cards.server";
import {
  api,
  DUE,
  openCardShop,
  openedSession,
  payOnPage,
  placeCardOrder,
  standOf,
  type CardShop,
} from "./test-cards";
import { insertTestOfficers } from "./test-officers";

/** Test support: for each test an order that was paid by card, and two officers. */
export let shop: CardShop;
export let first: UserActor;
export let second: UserActor;
export let order: { id: string; code: string };

export function setUpPaidCards(): void {
  beforeAll(async () => {
    setClock(startOfDate("2026-11-23") + 9 * 3_600_000);
    shop = await openCardShop();
  });
  afterAll(async () => {
    setClock();
    await shop.close();
  });
  beforeEach(async () => {
    [first, second] = await insertTestOfficers();
    order = await paidOrder();
  });
  afterEach(async () => {
    expect(await checkLedger()).toEqual([]);
  });
}

export const poll = () => pollCardEvents(shop.provider);
export const sweep = () => sweepCards(shop.provider);
export const owed = () => balanceOf({ kind: "refund_due", ownerId: order.id });

export async function paidOrder(quantity = 1, totalVnd = DUE) {
  const placed = await placeCardOrder(shop.productId, { quantity, totalVnd });
  await payOnPage(await openedSession(placed.id));
  await poll();
  return placed;
}

/** What follows is about this order. */
export function turnTo(other: { id: string; code: string }): void {
  order = other;
}

/** What the household has of the purchase. */
export async function orderRow() {
  const [one] = await reader().select().from(orders).where(eq(orders.checkoutId, order.id));
  return present(one, "no order");
}

/** The buyer calls it off after paying: all of it is owed. */
export async function callOff() {
  const { code } = await orderRow();
  const input = { orderCode: code, to: "cancelled" as const, reason: "" };
  const closed = await closeOrder(GUEST, { by: "buyer", checkoutCode: order.code }, input);
  expect(closed).toMatchObject({ ok: true });
}

export const refund = async (amountVnd: number, by = first) =>
  refundToCard(by, { ownerId: order.id, amountVnd: vnd(amountVnd), seenOwedVnd: await owed() });

/** Those of the order, as the provider has them. */
export const refundsAt = async () => {
  const [charge] = (await standOf(order.id)).charges;
  const listed = await api<{ data: { id: string; amount: number; status: string }[] }>(
    shop.mock,
    `refunds?charge=${charge?.id}`,
  );
  return listed.data;
};

/** The same, as we keep them. */
export const rows = async () => {
  const [charge] = (await standOf(order.id)).charges;
  return reader()
    .select()
    .from(cardRefunds)
    .where(eq(cardRefunds.chargeId, charge?.id ?? ""));
};
