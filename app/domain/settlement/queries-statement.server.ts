import { and, asc, eq, gte, lt, or, sql, sum, type SQL } from "drizzle-orm";
import type { AnyColumn } from "~db/dialect";
import { households } from "~db/schema/households";
import { orders } from "~db/schema/orders";
import { returnRequests } from "~db/schema/returns";
import {
  allocationParts,
  allocations,
  disbursementEvents,
  disbursements,
  transfers,
} from "~db/schema/settlement";
import { payoutOrders } from "~db/schema/settlement-payouts";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { invariant } from "~/platform/invariant";
import { addMonths, type Month } from "~/platform/period";
import { ledgerAccountId, type TransferReason } from "./ledger-accounts";
import { STATEMENT_KINDS } from "./statement-kind";
import type { HouseholdStatement, StatementEntry } from "./types-statement";

/** A month of a large cooperative; what is more fails rather than leaves a line out. */
const MAX_TRANSFERS = 20_000;
const MAX_CODES = 20_000;

/**
 * All that moved a household's balance in a month, each with why. It is made from the ledger's transfers alone, so that
 * it opens and closes at what the ledger holds. Null for a household that is not there.
 */
export async function loadStatement(
  householdId: string,
  month: Month,
): Promise<HouseholdStatement | null> {
  const db = reader();
  const [household] = await db
    .select({ name: households.name, slug: households.slug })
    .from(households)
    .where(eq(households.id, householdId))
    .limit(1);
  if (!household) return null;
  const account = ledgerAccountId({ kind: "household", ownerId: householdId });
  const [from, until] = [`${month}-01`, `${addMonths(month, 1)}-01`];
  const openingVnd = -(await debitsOf(db, account, lt(transfers.localDate, from)));
  const moves = await listMoves(db, account, { from, until });
  const entries = await entriesOf(db, moves, openingVnd);
  const owed = [
    ledgerAccountId({ kind: "household_debt", ownerId: householdId }),
    ledgerAccountId({ kind: "household_cash", ownerId: householdId }),
  ];
  let owedVnd = 0;
  for (const id of owed) owedVnd += await debitsOf(db, id, lt(transfers.localDate, until));
  return {
    month,
    householdName: household.name,
    householdSlug: household.slug,
    openingVnd,
    entries,
    closingVnd: entries.at(-1)?.balanceVnd ?? openingVnd,
    owedVnd,
  };
}

/** The first month in which something happened; null before. */
export async function firstStatementMonth(householdId: string): Promise<Month | null> {
  const account = ledgerAccountId({ kind: "household", ownerId: householdId });
  const [row] = await reader()
    .select({ first: sql<string | null>`min(${transfers.localDate})` })
    .from(transfers)
    .where(touches(account));
  return row?.first?.slice(0, 7) ?? null;
}

function touches(account: string): SQL | undefined {
  return or(eq(transfers.debitAccountId, account), eq(transfers.creditAccountId, account));
}

function signedFor(account: string): SQL<number> {
  return sql<number>`case when ${transfers.debitAccountId} = ${account} then ${transfers.amountVnd} else -${transfers.amountVnd} end`;
}

/** Debits less credits. */
async function debitsOf(db: ReadDatabase, account: string, where: SQL): Promise<number> {
  const [row] = await db
    .select({ totalVnd: sum(signedFor(account)).mapWith(Number) })
    .from(transfers)
    .where(and(touches(account), where));
  return row?.totalVnd ?? 0;
}

type Move = {
  reason: TransferReason;
  changeVnd: number;
  referenceKind: string;
  referenceId: string;
  occurredAt: number;
  localDate: string;
};

async function listMoves(
  db: ReadDatabase,
  account: string,
  { from, until }: { from: string; until: string },
): Promise<Move[]> {
  const rows = await db
    .select({
      reason: transfers.reason,
      debitVnd: signedFor(account).mapWith(Number),
      referenceKind: transfers.referenceKind,
      referenceId: transfers.referenceId,
      occurredAt: transfers.occurredAt,
      localDate: transfers.localDate,
    })
    .from(transfers)
    .where(and(touches(account), gte(transfers.localDate, from), lt(transfers.localDate, until)))
    .orderBy(asc(transfers.occurredAt), asc(transfers.id))
    .limit(MAX_TRANSFERS);
  invariant(rows.length < MAX_TRANSFERS, "a statement longer than it can be shown");
  return rows.map(({ debitVnd, ...row }) => ({ ...row, changeVnd: -debitVnd }));
}

/** What belongs together is one entry: of an order its sale, commission and kept cash, of a request both its sides. */
async function entriesOf(
  db: ReadDatabase,
  moves: readonly Move[],
  openingVnd: number,
): Promise<StatementEntry[]> {
  const names = await namesOf(db, moves);
  const byKey = new Map<string, StatementEntry>();
  for (const move of moves) {
    const kind = STATEMENT_KINDS[move.reason];
    invariant(kind !== undefined, `a household's account moved for ${move.reason}`);
    const key = `${kind} ${move.referenceId} ${kind === "recovered" ? move.occurredAt : ""}`;
    const known = byKey.get(key);
    const name = names.get(move.referenceId);
    const entry: StatementEntry = known ?? {
      kind,
      localDate: move.localDate,
      occurredAt: move.occurredAt,
      code: name?.code ?? "",
      goodsVnd: kind === "order" ? (name?.goodsVnd ?? 0) : 0,
      shippingVnd: kind === "order" ? (name?.shippingVnd ?? 0) : 0,
      commissionVnd: 0,
      keptVnd: 0,
      changeVnd: 0,
      balanceVnd: 0,
      orderCodes: kind === "payout" ? (name?.orderCodes ?? []) : [],
      paidAt: kind === "payout" ? (name?.paidAt ?? null) : null,
    };
    if (!known) byKey.set(key, entry);
    entry.changeVnd += move.changeVnd;
    if (move.reason === "commission_taken" || move.reason === "commission_returned") {
      entry.commissionVnd += move.changeVnd;
    }
    if (move.reason === "cash_kept") entry.keptVnd += move.changeVnd;
  }
  let balanceVnd = openingVnd;
  return [...byKey.values()].map((entry) => {
    balanceVnd += entry.changeVnd;
    return { ...entry, balanceVnd };
  });
}

type Name = {
  code: string;
  goodsVnd?: number;
  shippingVnd?: number;
  orderCodes?: string[];
  paidAt?: number | null;
};

/** What the references of the moves are called. */
async function namesOf(db: ReadDatabase, moves: readonly Move[]): Promise<Map<string, Name>> {
  const idsOf = (kind: string) => [
    ...new Set(moves.filter((m) => m.referenceKind === kind).map((m) => m.referenceId)),
  ];
  const names = new Map<string, Name>();
  const sold = await db
    .select({
      id: orders.id,
      code: orders.code,
      goodsVnd: orders.itemsVnd,
      shippingVnd: orders.shippingVnd,
    })
    .from(orders)
    .where(inList(orders.id, idsOf("order")));
  for (const { id, ...name } of sold) names.set(id, name);
  const requests = await db
    .select({ id: returnRequests.id, code: returnRequests.code })
    .from(returnRequests)
    .where(inList(returnRequests.id, idsOf("return_request")));
  for (const { id, code } of requests) names.set(id, { code });
  const lineIds = idsOf("bank_transaction");
  const payouts = await db
    .select({
      id: disbursements.id,
      code: disbursements.code,
      lineId: disbursements.bankTransactionId,
    })
    .from(disbursements)
    .where(
      or(
        inList(disbursements.id, idsOf("disbursement")),
        inList(disbursements.bankTransactionId, lineIds),
      ),
    )
    .limit(MAX_CODES);
  const ids = payouts.map(({ id }) => id);
  const paidOrders = await ordersOfPayouts(db, ids);
  const paidAt = await paidMoments(db, ids);
  for (const { id, code, lineId } of payouts) {
    const name = { code, orderCodes: paidOrders.get(id) ?? [], paidAt: paidAt.get(id) ?? null };
    names.set(id, name);
    if (lineId !== null && lineIds.includes(lineId)) names.set(lineId, name);
  }
  for (const { lineId, code } of await returnedPayouts(db, lineIds)) names.set(lineId, { code });
  return names;
}

/** One parameter, however long the list is. */
function inList(column: AnyColumn, ids: readonly string[]): SQL {
  return sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`;
}

async function ordersOfPayouts(db: ReadDatabase, ids: readonly string[]) {
  const rows = await db
    .select({ id: payoutOrders.disbursementId, code: orders.code })
    .from(payoutOrders)
    .innerJoin(orders, eq(orders.id, payoutOrders.orderId))
    .where(inList(payoutOrders.disbursementId, ids))
    .orderBy(asc(orders.deliveredAt), asc(orders.id))
    .limit(MAX_CODES);
  const found = new Map<string, string[]>();
  for (const { id, code } of rows) found.set(id, [...(found.get(id) ?? []), code]);
  return found;
}

async function paidMoments(db: ReadDatabase, ids: readonly string[]) {
  const rows = await db
    .select({ id: disbursementEvents.disbursementId, occurredAt: disbursementEvents.occurredAt })
    .from(disbursementEvents)
    .where(
      and(inList(disbursementEvents.disbursementId, ids), eq(disbursementEvents.toStatus, "paid")),
    )
    .limit(MAX_CODES);
  return new Map(rows.map((row) => [row.id, row.occurredAt]));
}

/** Lines by which the other bank sent a payout back, as a person said of them. */
async function returnedPayouts(db: ReadDatabase, lineIds: readonly string[]) {
  return db
    .select({ lineId: allocations.bankTransactionId, code: disbursements.code })
    .from(allocations)
    .innerJoin(allocationParts, eq(allocationParts.allocationId, allocations.id))
    .innerJoin(disbursements, eq(disbursements.id, allocationParts.subjectId))
    .where(
      and(
        inList(allocations.bankTransactionId, lineIds),
        eq(allocations.status, "done"),
        eq(disbursements.status, "returned"),
      ),
    )
    .limit(MAX_CODES);
}
