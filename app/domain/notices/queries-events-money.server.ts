import { eq, inArray } from "drizzle-orm";
import { households } from "~db/schema/households";
import { checkouts, orders } from "~db/schema/orders";
import { bankTransactions, payments } from "~db/schema/payments";
import {
  disbursementEvents,
  disbursements,
  ledgerAccounts,
  transfers,
} from "~db/schema/settlement";
import { payeeEvents } from "~db/schema/settlement-payees";
import { isPaidAtDoor } from "~/domain/orders/payment-methods";
import { now } from "~/platform/clock.server";
import type { ReadDatabase } from "~/platform/db.server";
import { deadline } from "./notice-deadline";
import { ofHousehold, type Found } from "./queries-events-desk.server";
import { loadPayoutEvents } from "./queries-events-payouts.server";

/**
 * What buyers' money did that did not simply pay: a line of the bank's that was too little, what is owed back, to which
 * account, and what was sent back or came back from there; of orders that are due at the door, that less is to be taken
 * there; and what households were paid.
 */
export async function loadPaymentEvents(db: ReadDatabase, ids: string[]): Promise<Found[]> {
  return [
    ...(await loadShort(db, ids)),
    ...(await loadOwedBack(db, ids)),
    ...(await loadAccountNamed(db, ids)),
    ...(await loadSentBack(db, ids)),
    ...(await loadLessAtDoor(db, ids)),
    ...(await loadPayoutEvents(db, ids)),
  ];
}

/** Of two parts that came at once both say how it stands after the second. */
async function loadShort(db: ReadDatabase, ids: string[]): Promise<Found[]> {
  const rows = await db
    .select({ line: bankTransactions, payment: payments, checkout: checkouts })
    .from(bankTransactions)
    .innerJoin(payments, eq(payments.id, bankTransactions.paymentId))
    .innerJoin(checkouts, eq(checkouts.id, payments.checkoutId))
    .where(inArray(bankTransactions.id, ids));
  // At the door the rest may be paid in cash: nothing has to be done by any time.
  const waiting = rows.filter(({ payment }) => !isPaidAtDoor(payment.method));
  return waiting.map(({ line, payment, checkout }) =>
    paymentEvent(checkout, {
      id: line.id,
      to: "short",
      occurredAt: line.receivedAt,
      paymentId: payment.id,
      amountVnd: payment.dueVnd - payment.capturedVnd,
      receivedVnd: payment.capturedVnd,
    }),
  );
}

async function loadOwedBack(db: ReadDatabase, ids: string[]): Promise<Found[]> {
  const rows = await db
    .select({
      transfer: transfers,
      paymentId: payments.id,
      checkout: checkouts,
      lineReason: bankTransactions.reason,
    })
    .from(transfers)
    .innerJoin(ledgerAccounts, eq(ledgerAccounts.id, transfers.creditAccountId))
    .innerJoin(checkouts, eq(checkouts.id, ledgerAccounts.ownerId))
    .innerJoin(payments, eq(payments.checkoutId, checkouts.id))
    .leftJoin(bankTransactions, eq(bankTransactions.id, transfers.referenceId))
    .where(inArray(transfers.id, ids));
  return rows.map(({ transfer, paymentId, checkout, lineReason }) =>
    paymentEvent(checkout, {
      id: transfer.id,
      to: wayBackOf(transfer.referenceKind, lineReason),
      occurredAt: transfer.occurredAt,
      paymentId,
      amountVnd: transfer.amountVnd,
    }),
  );
}

/** What a card paid goes back to it; for what a bank brought its buyer has to say where. */
function wayBackOf(referenceKind: string, lineReason: string | null): MoneyEvent["to"] {
  if (referenceKind === "card_charge") return "to_card";
  return lineReason === "overpaid" || lineReason === "late_accepted" ? "surplus" : "owed_back";
}

/** Whoever has the link of a purchase may say where its money goes back to; its buyer hears of it. */
async function loadAccountNamed(db: ReadDatabase, ids: string[]): Promise<Found[]> {
  const rows = await db
    .select({ event: payeeEvents, paymentId: payments.id, checkout: checkouts })
    .from(payeeEvents)
    .innerJoin(checkouts, eq(checkouts.id, payeeEvents.ownerId))
    .innerJoin(payments, eq(payments.checkoutId, checkouts.id))
    .where(inArray(payeeEvents.id, ids));
  return rows.map(({ event, paymentId, checkout }) =>
    paymentEvent(checkout, {
      id: event.id,
      to: "account_named",
      occurredAt: event.occurredAt,
      paymentId,
      accountEnding: event.accountEnding,
    }),
  );
}

async function loadSentBack(db: ReadDatabase, ids: string[]): Promise<Found[]> {
  const rows = await db
    .select({
      event: disbursementEvents,
      amountVnd: disbursements.amountVnd,
      paymentId: payments.id,
      checkout: checkouts,
    })
    .from(disbursementEvents)
    .innerJoin(disbursements, eq(disbursements.id, disbursementEvents.disbursementId))
    .innerJoin(checkouts, eq(checkouts.id, disbursements.checkoutId))
    .innerJoin(payments, eq(payments.checkoutId, checkouts.id))
    .where(inArray(disbursementEvents.id, ids));
  return rows.map(({ event, amountVnd, paymentId, checkout }) =>
    paymentEvent(checkout, {
      id: event.id,
      to: event.toStatus === "paid" ? "sent_back" : "bounced",
      occurredAt: event.occurredAt,
      paymentId,
      amountVnd,
    }),
  );
}

/** The feed says `door:` with the order and what is left to take. */
async function loadLessAtDoor(db: ReadDatabase, ids: string[]): Promise<Found[]> {
  const lowered = ids.flatMap((id) => {
    const [source, orderId, cashVnd] = id.split(":");
    return source === "door" && orderId ? [{ id, orderId, cashVnd: Number(cashVnd) }] : [];
  });
  const orderIds = lowered.map(({ orderId }) => orderId);
  const rows = await db
    .select({ order: orders, checkout: checkouts, household: ofHousehold })
    .from(orders)
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .innerJoin(households, eq(households.id, orders.householdId))
    .where(inArray(orders.id, orderIds));
  return lowered.flatMap(({ id, orderId, cashVnd }) => {
    const row = rows.find((one) => one.order.id === orderId);
    return row ? [{ ...lessAtDoor(row, cashVnd), id }] : [];
  });
}

type OrderRow = {
  order: typeof orders.$inferSelect;
  checkout: typeof checkouts.$inferSelect;
  household: NonNullable<Found["household"]>;
};

function lessAtDoor({ order, checkout, household }: OrderRow, cashVnd: number): Omit<Found, "id"> {
  return {
    source: "payment",
    from: null,
    to: "less_at_door",
    by: "money",
    way: null,
    occurredAt: now(),
    isSample: checkout.isSample,
    subjects: { order: order.id },
    names: { order: order.code },
    buyer: null,
    household,
    checkoutVnd: null,
    facts: { purchaseCode: checkout.code, amountVnd: cashVnd },
    deadlines: {},
  };
}

type MoneyEvent = {
  id: string;
  to: "short" | "surplus" | "owed_back" | "to_card" | "account_named" | "sent_back" | "bounced";
  occurredAt: number;
  paymentId: string;
  amountVnd?: number;
  receivedVnd?: number;
  accountEnding?: string;
};

function paymentEvent(checkout: typeof checkouts.$inferSelect, event: MoneyEvent): Found {
  const { id, to, occurredAt, paymentId, ...facts } = event;
  return {
    source: "payment",
    id,
    from: null,
    to,
    by: "money",
    way: null,
    occurredAt,
    isSample: checkout.isSample,
    subjects: { payment: paymentId },
    names: { payment: checkout.code },
    buyer: { purchaseId: checkout.id, language: checkout.language },
    household: null,
    checkoutVnd: null,
    facts: { purchaseCode: checkout.code, ...facts },
    deadlines: to === "short" ? deadline("buyer", checkout.payBy) : {},
  };
}
