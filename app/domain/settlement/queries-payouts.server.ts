import { and, asc, count, desc, eq, inArray, ne, sql, sum } from "drizzle-orm";
import { households } from "~db/schema/households";
import { users } from "~db/schema/identity";
import {
  accountBalances,
  disbursementEvents,
  disbursements,
  ledgerAccounts,
  payoutBatches,
} from "~db/schema/settlement";
import { payees } from "~db/schema/settlement-payees";
import { payoutOrders } from "~db/schema/settlement-payouts";
import { now } from "~/platform/clock.server";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { accountUsableAt, stopsOf } from "./payout-rules";
import { stopOfNote, type PayoutStop } from "./payout-stops";
import { listPayable } from "./queries-payable.server";
import { findPayoutStop } from "./queries-payout-records.server";
import type {
  BatchPayout,
  HouseholdAccount,
  HouseholdPayout,
  PayoutBatchSummary,
  PayoutBatchView,
  PayoutCandidate,
  PayoutCandidatePage,
} from "./types-payouts";
import { isWallet, payeePlaceName } from "./wallets";

/** A form has room for so many boxes. */
const CANDIDATES_ON_PAGE = 40;
const BATCHES_ON_PAGE = 10;
const MAX_PAYOUTS = 200;

/** Households on whose account something lies, those with most of it first, 40 a page. */
export async function listPayoutCandidates(askedPage: number): Promise<PayoutCandidatePage> {
  const db = reader();
  const isOpen = and(eq(accountBalances.kind, "household"), ne(accountBalances.balanceVnd, sql`0`));
  const [all] = await db.select({ n: count() }).from(accountBalances).where(isOpen);
  const candidateCount = all?.n ?? 0;
  const pageCount = Math.max(1, Math.ceil(candidateCount / CANDIDATES_ON_PAGE));
  const page = Math.min(Math.max(1, askedPage), pageCount);
  const rows = await db
    .select({ householdId: ledgerAccounts.ownerId })
    .from(accountBalances)
    .innerJoin(ledgerAccounts, eq(ledgerAccounts.id, accountBalances.accountId))
    .where(isOpen)
    .orderBy(asc(accountBalances.balanceVnd), asc(accountBalances.accountId)) // below zero: what we owe
    .limit(CANDIDATES_ON_PAGE)
    .offset((page - 1) * CANDIDATES_ON_PAGE);
  const ids = rows.map(({ householdId }) => present(householdId, "earned by nobody"));
  return { candidates: await loadCandidates(db, ids), candidateCount, page, pageCount };
}

/** These households with what they can be paid, in that order; unknown ones are left out. */
export async function loadCandidates(
  db: ReadDatabase,
  householdIds: readonly string[],
): Promise<PayoutCandidate[]> {
  const payable = await listPayable(db, householdIds);
  const rows = await db
    .select({
      householdId: households.id,
      slug: households.slug,
      name: households.name,
      status: households.status,
      bankBin: payees.bankBin,
      accountEnding: payees.accountEnding,
      enteredAt: payees.enteredAt,
      heldUntil: payees.heldUntil,
    })
    .from(households)
    .leftJoin(payees, eq(payees.ownerId, households.id))
    .where(inArray(households.id, [...householdIds]));
  const onTheWay = await sumOnTheWayOf(db, householdIds);
  const at = now();
  const byId = new Map(rows.map((row) => [row.householdId, row]));
  return householdIds.flatMap((householdId) => {
    const row = byId.get(householdId);
    const own = payable.get(householdId);
    if (!row || !own) return [];
    const { status, bankBin, accountEnding, enteredAt, heldUntil, ...household } = row;
    const usableAt = enteredAt === null ? null : accountUsableAt({ enteredAt, heldUntil });
    return {
      ...household,
      bankName: bankBin === null ? null : payeePlaceName(bankBin),
      accountEnding: accountEnding ?? "",
      usableAt,
      isHeldByEntry: heldUntil !== null && usableAt === heldUntil,
      payable: own,
      onTheWayVnd: onTheWay.get(householdId) ?? 0,
      stops: stopsOf({ payable: own, usableAt, isSuspended: status !== "approved", at }),
    };
  });
}

async function sumOnTheWayOf(db: ReadDatabase, householdIds: readonly string[]) {
  const rows = await db
    .select({
      ownerId: disbursements.ownerId,
      amountVnd: sum(disbursements.amountVnd).mapWith(Number),
    })
    .from(disbursements)
    .where(
      and(
        inArray(disbursements.ownerId, [...householdIds]),
        inArray(disbursements.status, ["prepared", "approved"]),
      ),
    )
    .groupBy(disbursements.ownerId);
  return new Map(rows.map((row) => [row.ownerId, row.amountVnd]));
}

/** How a household's money stands that the market pays it; the caller has found it in the scope. */
export async function householdPayout(householdId: string): Promise<HouseholdPayout> {
  const [candidate] = await loadCandidates(reader(), [householdId]);
  const { payable, onTheWayVnd } = present(candidate, "no such household");
  const account = await findHouseholdAccount(householdId);
  const { orders: _, ...sums } = payable;
  return {
    payable: sums,
    onTheWayVnd,
    paidVnd: await sumPaidOut(householdId),
    account,
    isWaiting: account !== null && now() < account.usableAt,
  };
}

async function sumPaidOut(householdId: string): Promise<number> {
  const [row] = await reader()
    .select({ amountVnd: sum(disbursements.amountVnd).mapWith(Number) })
    .from(disbursements)
    .where(and(eq(disbursements.ownerId, householdId), eq(disbursements.status, "paid")));
  return row?.amountVnd ?? 0;
}

/** Where a household's money goes, by its ending; null before it has said. */
export async function findHouseholdAccount(householdId: string): Promise<HouseholdAccount | null> {
  const [row] = await reader()
    .select({
      bankBin: payees.bankBin,
      accountEnding: payees.accountEnding,
      enteredAt: payees.enteredAt,
      heldUntil: payees.heldUntil,
    })
    .from(payees)
    .where(eq(payees.ownerId, householdId))
    .limit(1);
  if (!row) return null;
  return {
    ...row,
    bankName: payeePlaceName(row.bankBin),
    usableAt: accountUsableAt(row),
  };
}

/** The newest batches. */
export async function listBatches(): Promise<PayoutBatchSummary[]> {
  const { status } = disbursements;
  const countOf = (word: string) =>
    sql<number>`sum(case when ${status} = ${word} then 1 else 0 end)`.mapWith(Number);
  return reader()
    .select({
      code: payoutBatches.code,
      preparedAt: payoutBatches.preparedAt,
      preparedByName: users.fullName,
      payoutCount: count(),
      totalVnd:
        sql<number>`sum(case when ${status} in ('withdrawn', 'returned') then 0 else ${disbursements.amountVnd} end)`.mapWith(
          Number,
        ),
      preparedCount: countOf("prepared"),
      approvedCount: countOf("approved"),
      paidCount: countOf("paid"),
    })
    .from(payoutBatches)
    .innerJoin(users, eq(users.id, payoutBatches.preparedById))
    .innerJoin(disbursements, eq(disbursements.batchId, payoutBatches.id))
    .groupBy(payoutBatches.id)
    .orderBy(desc(payoutBatches.preparedAt), desc(payoutBatches.id))
    .limit(BATCHES_ON_PAGE);
}

/** One batch with its payouts, each with what stops it now; null when there is none. */
export async function findBatchView(code: string): Promise<PayoutBatchView | null> {
  const db = reader();
  const [batch] = await db
    .select({
      id: payoutBatches.id,
      code: payoutBatches.code,
      preparedAt: payoutBatches.preparedAt,
      preparedById: payoutBatches.preparedById,
      preparedByName: users.fullName,
    })
    .from(payoutBatches)
    .innerJoin(users, eq(users.id, payoutBatches.preparedById))
    .where(eq(payoutBatches.code, code))
    .limit(1);
  if (!batch) return null;
  const rows = await db
    .select({ payout: disbursements, household: households, orderCount: count(payoutOrders.id) })
    .from(disbursements)
    .innerJoin(households, eq(households.id, disbursements.ownerId))
    .leftJoin(payoutOrders, eq(payoutOrders.disbursementId, disbursements.id))
    .where(eq(disbursements.batchId, batch.id))
    .groupBy(disbursements.id)
    .orderBy(asc(disbursements.id))
    .limit(MAX_PAYOUTS);
  const notes = await loadNotes(
    db,
    rows.map(({ payout }) => payout.id),
  );
  const payouts: BatchPayout[] = [];
  for (const { payout, household, orderCount } of rows) {
    const isOpen = payout.status === "prepared" || payout.status === "approved";
    payouts.push({
      code: payout.code,
      status: payout.status,
      amountVnd: payout.amountVnd,
      householdName: household.name,
      householdSlug: household.slug,
      bankName: payeePlaceName(payout.bankBin),
      isWallet: isWallet(payout.bankBin),
      accountEnding: payout.accountEnding,
      orderCount,
      stop: isOpen ? await findPayoutStop(db, payout) : stopOfLast(notes.get(payout.id)),
      note: notes.get(payout.id) ?? null,
    });
  }
  return { ...batch, payouts };
}

function stopOfLast(note: string | undefined): PayoutStop | null {
  return stopOfNote(note ?? null);
}

/** Why each was withdrawn. */
async function loadNotes(db: ReadDatabase, ids: string[]): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: disbursementEvents.disbursementId, note: disbursementEvents.note })
    .from(disbursementEvents)
    .where(
      and(
        inArray(disbursementEvents.disbursementId, ids),
        eq(disbursementEvents.toStatus, "withdrawn"),
      ),
    )
    .limit(MAX_PAYOUTS);
  return new Map(rows.flatMap(({ id, note }) => (note === null ? [] : [[id, note]])));
}

/** The household of a slug, whatever its state: what it earned is there for ever. */
export async function findHouseholdId(slug: string): Promise<string | null> {
  const [row] = await reader()
    .select({ id: households.id })
    .from(households)
    .where(eq(households.slug, slug))
    .limit(1);
  return row?.id ?? null;
}
