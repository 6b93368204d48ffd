import { count, desc, eq, inArray } from "drizzle-orm";
import { payments } from "~db/schema/payments";
import { cardAttempts, cardDisputes, cardEvents } from "~db/schema/payments-cards";
import { isCardAmount } from "~/domain/orders/card-limits";
import { reader } from "~/platform/db.server";
import type { CardEventStatus } from "./card-status";
import { openCardProvider } from "./open-card-provider.server";
import {
  findCardPoll,
  findStandingAttempt,
  listCardRefundsOf,
  listChargesOf,
  refundableOf,
} from "./queries-cards-records.server";
import { isDisputed } from "./queries-disputes-records.server";
import { listStraysOf, listUnbooked } from "./queries-strays-records.server";
import type { PaymentView } from "./types";
import type { CardEventPage, CardMoneyView, CardOffer } from "./types-cards";

const PAGE_SIZE = 30;

/** What a buyer who chose a card can do about it; null when no card is waited for. */
export async function findCardOffer(
  checkoutId: string,
  payment: Pick<PaymentView, "method" | "status" | "remainingVnd">,
): Promise<CardOffer | null> {
  const isAwaited = payment.status === "open" || payment.status === "partially_paid";
  if (payment.method !== "card" || !isAwaited) return null;
  const attempt = await findStandingAttempt(reader(), checkoutId);
  const isOff = openCardProvider() === null || !isCardAmount(payment.remainingVnd);
  return { amountVnd: payment.remainingVnd, isOff, hasBegun: attempt !== null };
}

/** What of a debt to a buyer can go back to cards, and what became of that; null where no card has paid. */
export async function findCardMoney(checkoutId: string): Promise<CardMoneyView | null> {
  const db = reader();
  const charges = await listChargesOf(db, checkoutId);
  if (charges.length === 0) return null;
  const withLeft = [];
  for (const charge of charges) {
    const { id, amountVnd, receivedAt } = charge;
    withLeft.push({ id, amountVnd, receivedAt, leftVnd: await refundableOf(db, charge) });
  }
  const refunds = await listCardRefundsOf(db, { checkoutId });
  return {
    charges: withLeft,
    refunds: refunds.map(({ id, status, cause, amountVnd, preparedAt, preparedById }) => ({
      id,
      status,
      cause,
      amountVnd,
      preparedAt,
      preparedById,
    })),
    strays: await listStraysOf(db, checkoutId),
    isUnbooked: (await listUnbooked(db, checkoutId)).length > 0,
    isDisputed: await isDisputed(db, checkoutId),
    isOff: openCardProvider() === null,
  };
}

/** The card provider's inbox, newest first, 30 a page; `status` null shows all. */
export async function listCardEvents(params: {
  status: CardEventStatus | null;
  page: number;
}): Promise<CardEventPage> {
  const db = reader();
  const filter = params.status === null ? undefined : eq(cardEvents.status, params.status);
  const eventCount = await db.$count(cardEvents, filter);
  const pageCount = Math.max(1, Math.ceil(eventCount / PAGE_SIZE));
  const page = Math.min(Math.max(1, params.page), pageCount);
  const shown = db
    .select({ id: cardEvents.id })
    .from(cardEvents)
    .where(filter)
    .orderBy(desc(cardEvents.receivedAt), desc(cardEvents.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  const events = await db
    .select({
      id: cardEvents.id,
      eventId: cardEvents.eventId,
      type: cardEvents.type,
      aboutId: cardEvents.aboutId,
      amountVnd: cardEvents.amountVnd,
      currency: cardEvents.currency,
      status: cardEvents.status,
      reason: cardEvents.reason,
      toldBy: cardEvents.toldBy,
      occurredAt: cardEvents.occurredAt,
      orderCode: payments.reference,
      checkoutId: payments.checkoutId,
    })
    .from(cardEvents)
    .leftJoin(cardAttempts, eq(cardAttempts.id, cardEvents.attemptId))
    .leftJoin(payments, eq(payments.id, cardAttempts.paymentId))
    .where(inArray(cardEvents.id, shown))
    .orderBy(desc(cardEvents.receivedAt), desc(cardEvents.id))
    .limit(PAGE_SIZE);
  const [disputed] = await db
    .select({ disputeCount: count() })
    .from(cardDisputes)
    .where(eq(cardDisputes.status, "open"));
  const poll = await findCardPoll(db);
  return {
    events,
    page,
    pageCount,
    eventCount,
    openDisputeCount: disputed?.disputeCount ?? 0,
    isOff: openCardProvider() === null,
    poll: poll && { succeededAt: poll.succeededAt, failure: poll.failure },
  };
}
