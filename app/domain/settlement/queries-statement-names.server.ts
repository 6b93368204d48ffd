import { and, asc, eq, sql, type SQL } from "drizzle-orm";
import type { AnyColumn } from "~db/dialect";
import { orders } from "~db/schema/orders";
import { returnRequests } from "~db/schema/returns";
import { allocationParts, disbursementEvents, disbursements } from "~db/schema/settlement";
import { payoutOrders } from "~db/schema/settlement-payouts";
import type { ReadDatabase } from "~/platform/db.server";
import type { TransferReason } from "./ledger-accounts";

const MAX_CODES = 20_000;

/** A transfer that moved what a household has or owes. */
export type StatementMove = {
  key: string;
  reason: TransferReason;
  amountVnd: number;
  changeVnd: number;
  owedChangeVnd: number;
  referenceKind: string;
  referenceId: string;
  occurredAt: number;
  localDate: string;
};

export type Name = {
  code: string;
  goodsVnd?: number;
  shippingVnd?: number;
  voucherVnd?: number;
  orderCodes?: string[];
  paidAt?: number | null;
};

/**
 * What each move is called: by its order, its request or its payout. A line of the bank may pay or return payouts of
 * several households, or several of one: only the household's own are named, each by the transfer that it made.
 */
export async function namesOf(
  db: ReadDatabase,
  given: { householdId: string; moves: readonly StatementMove[] },
): Promise<(move: StatementMove) => Name | undefined> {
  const { householdId, moves } = given;
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
      voucherVnd: orders.voucherVnd,
    })
    .from(orders)
    .where(and(inList(orders.id, idsOf("order")), eq(orders.householdId, householdId)));
  for (const { id, ...name } of sold) names.set(id, name);
  const requests = await db
    .select({
      id: returnRequests.id,
      code: returnRequests.code,
      voucherVnd: returnRequests.voucherVnd,
    })
    .from(returnRequests)
    .innerJoin(orders, eq(orders.id, returnRequests.orderId))
    .where(
      and(inList(returnRequests.id, idsOf("return_request")), eq(orders.householdId, householdId)),
    );
  for (const { id, ...name } of requests) names.set(id, name);
  const payoutIds = await payoutsOfLines(db, {
    householdId,
    moves,
    lineIds: idsOf("bank_transaction"),
  });
  const payouts = await namesOfPayouts(db, householdId, [
    ...idsOf("disbursement"),
    ...payoutIds.values(),
  ]);
  for (const [id, name] of payouts) names.set(id, name);
  return (move) => names.get(payoutIds.get(move.key) ?? move.referenceId);
}

/** One parameter, however long the list is. */
function inList(column: AnyColumn, ids: readonly string[]): SQL {
  return sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`;
}

/** Which payout a transfer of a bank's line is of, by the transfer's key: a part may name it, or be a batch of several. */
async function payoutsOfLines(
  db: ReadDatabase,
  given: { householdId: string; moves: readonly StatementMove[]; lineIds: readonly string[] },
): Promise<Map<string, string>> {
  const ofLines = given.moves.filter(({ referenceKind }) => referenceKind === "bank_transaction");
  const parts = ofLines.flatMap(({ key }) => partIn(key) ?? []);
  const told = await db
    .select({ id: allocationParts.id, subjectId: allocationParts.subjectId })
    .from(allocationParts)
    .where(inList(allocationParts.id, parts))
    .limit(MAX_CODES);
  const subjects = new Map(told.map(({ id, subjectId }) => [id, subjectId]));
  const left = await db
    .select({ id: disbursements.id, lineId: disbursements.bankTransactionId })
    .from(disbursements)
    .where(
      and(
        inList(disbursements.bankTransactionId, given.lineIds),
        eq(disbursements.ownerId, given.householdId),
      ),
    )
    .limit(MAX_CODES);
  const byLine = new Map(left.map(({ id, lineId }) => [lineId, id]));
  return new Map(
    ofLines.flatMap(({ key, referenceId }) => {
      const part = partIn(key);
      const id =
        part === undefined
          ? byLine.get(referenceId) // a line that was known as it came pays one
          : (paidIn(key) ?? subjects.get(part));
      return id ? [[key, id] as const] : [];
    }),
  );
}

/** `allocation_part:<part>:<payout>:outflow` left, `allocation_part:<part>` and `…:kept` came back. */
function partIn(key: string): string | undefined {
  const [kind, part] = key.split(":");
  return kind === "allocation_part" ? part : undefined;
}

function paidIn(key: string): string | undefined {
  const [, , payout, word] = key.split(":");
  return word === "outflow" ? payout : undefined;
}

async function namesOfPayouts(
  db: ReadDatabase,
  householdId: string,
  asked: readonly string[],
): Promise<Map<string, Name>> {
  const payouts = await db
    .select({ id: disbursements.id, code: disbursements.code })
    .from(disbursements)
    .where(and(inList(disbursements.id, asked), eq(disbursements.ownerId, householdId)))
    .limit(MAX_CODES);
  const ids = payouts.map(({ id }) => id);
  const paidOrders = await ordersOfPayouts(db, ids);
  const paidAt = await paidMoments(db, ids);
  return new Map(
    payouts.map(({ id, code }) => [
      id,
      { code, orderCodes: paidOrders.get(id) ?? [], paidAt: paidAt.get(id) ?? null },
    ]),
  );
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
