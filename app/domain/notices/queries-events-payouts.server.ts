import { eq, inArray } from "drizzle-orm";
import { households } from "~db/schema/households";
import { disbursementEvents, disbursements } from "~db/schema/settlement";
import { thresholdEvents } from "~db/schema/settlement-tax";
import { payeeEvents } from "~db/schema/settlement-payees";
import type { ReadDatabase } from "~/platform/db.server";
import { ofHousehold, type Found } from "./queries-events-desk.server";

/**
 * What the market pays households: that it left, that it came back, and that somebody named another account for it; and
 * that a household's year has come near the threshold from which it is taxed, or to it.
 */
export async function loadPayoutEvents(db: ReadDatabase, ids: string[]): Promise<Found[]> {
  const payouts = await db
    .select({
      event: disbursementEvents,
      payout: disbursements,
      household: ofHousehold,
      householdName: households.name,
    })
    .from(disbursementEvents)
    .innerJoin(disbursements, eq(disbursements.id, disbursementEvents.disbursementId))
    .innerJoin(households, eq(households.id, disbursements.ownerId))
    .where(inArray(disbursementEvents.id, ids));
  const named = await db
    .select({
      event: payeeEvents,
      household: ofHousehold,
      householdName: households.name,
    })
    .from(payeeEvents)
    .innerJoin(households, eq(households.id, payeeEvents.ownerId))
    .where(inArray(payeeEvents.id, ids));
  return [
    ...(await loadThresholdEvents(db, ids)),
    ...payouts.map(({ event, payout, ...of }) =>
      payoutEvent(of, {
        id: event.id,
        to: event.toStatus === "paid" ? "paid_out" : "payout_bounced",
        occurredAt: event.occurredAt,
        code: payout.code,
        amountVnd: payout.amountVnd,
        accountEnding: payout.accountEnding,
      }),
    ),
    ...named.map(({ event, ...of }) =>
      payoutEvent(of, {
        id: event.id,
        to: "account_named",
        occurredAt: event.occurredAt,
        code: of.householdName,
        accountEnding: event.accountEnding,
      }),
    ),
  ];
}

async function loadThresholdEvents(db: ReadDatabase, ids: string[]): Promise<Found[]> {
  const rows = await db
    .select({
      event: thresholdEvents,
      household: ofHousehold,
      householdName: households.name,
    })
    .from(thresholdEvents)
    .innerJoin(households, eq(households.id, thresholdEvents.householdId))
    .where(inArray(thresholdEvents.id, ids));
  return rows.map(({ event, ...of }) =>
    payoutEvent(of, {
      id: event.id,
      to: event.mark,
      occurredAt: event.occurredAt,
      code: of.householdName,
      amountVnd: event.thresholdVnd,
      receivedVnd: event.revenueVnd,
    }),
  );
}

function payoutEvent(
  of: { household: { id: string; phone: string }; householdName: string },
  event: {
    id: string;
    to: "account_named" | "paid_out" | "payout_bounced" | "near" | "reached";
    occurredAt: number;
    code: string;
    amountVnd?: number;
    receivedVnd?: number;
    accountEnding?: string;
  },
): Found {
  const { id, to, occurredAt, code, ...facts } = event;
  return {
    source: "payment",
    id,
    from: null,
    to,
    by: "money",
    way: null,
    occurredAt,
    isSample: false,
    subjects: { household: of.household.id },
    names: { household: code },
    buyer: null,
    household: of.household,
    checkoutVnd: null,
    facts: { householdName: of.householdName, ...facts },
    deadlines: {},
  };
}
