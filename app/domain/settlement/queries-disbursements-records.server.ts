import { and, eq, gte, inArray, sum } from "drizzle-orm";
import { disbursements } from "~db/schema/settlement";
import { payeeEvents, payees } from "~db/schema/settlement-payees";
import type { ReadDatabase } from "~/platform/db.server";
import type { DisbursementRecord, Payee } from "./types-disbursements";

const MAX_CODES = 20;
/** A form ticks at most 40 households. */
const MAX_PAYOUTS = 200;

/** The disbursements of these codes, found in one memo or typed by a person. */
export async function findDisbursementsByCode(
  db: ReadDatabase,
  codes: readonly string[],
): Promise<DisbursementRecord[]> {
  return db
    .select(columns)
    .from(disbursements)
    .where(inArray(disbursements.code, codes.slice(0, MAX_CODES)))
    .limit(MAX_CODES);
}

export async function loadDisbursement(
  db: ReadDatabase,
  disbursementId: string,
): Promise<DisbursementRecord | null> {
  const [row] = await db
    .select(columns)
    .from(disbursements)
    .where(eq(disbursements.id, disbursementId))
    .limit(1);
  return row ?? null;
}

/** What is prepared for an owner and not yet approved, or null: there is one at a time. */
export async function findPrepared(
  db: ReadDatabase,
  ownerId: string,
): Promise<DisbursementRecord | null> {
  const [row] = await db
    .select(columns)
    .from(disbursements)
    .where(and(eq(disbursements.ownerId, ownerId), eq(disbursements.status, "prepared")))
    .limit(1);
  return row ?? null;
}

/** What is approved to be sent to an owner and has not left yet; 0 for nothing. */
export async function sumOnTheWay(db: ReadDatabase, ownerId: string): Promise<number> {
  const [row] = await db
    .select({ amountVnd: sum(disbursements.amountVnd).mapWith(Number) })
    .from(disbursements)
    .where(and(eq(disbursements.ownerId, ownerId), eq(disbursements.status, "approved")));
  return row?.amountVnd ?? 0;
}

/** Where an owner's money is to be sent, sealed; null before anybody said. */
export async function loadPayee(db: ReadDatabase, ownerId: string): Promise<Payee | null> {
  const [row] = await db
    .select({
      bankBin: payees.bankBin,
      sealedAccount: payees.sealedAccount,
      accountEnding: payees.accountEnding,
      enteredById: payees.enteredById,
      enteredAt: payees.enteredAt,
      heldUntil: payees.heldUntil,
    })
    .from(payees)
    .where(eq(payees.ownerId, ownerId))
    .limit(1);
  return row ?? null;
}

/** How often an owner's account was named since a moment. */
export function countNamed(
  db: ReadDatabase,
  { ownerId, since }: { ownerId: string; since: number },
): Promise<number> {
  return db.$count(
    payeeEvents,
    and(eq(payeeEvents.ownerId, ownerId), gte(payeeEvents.occurredAt, since)),
  );
}

const columns = {
  id: disbursements.id,
  code: disbursements.code,
  kind: disbursements.kind,
  status: disbursements.status,
  ownerId: disbursements.ownerId,
  checkoutId: disbursements.checkoutId,
  amountVnd: disbursements.amountVnd,
  bankBin: disbursements.bankBin,
  sealedAccount: disbursements.sealedAccount,
  accountEnding: disbursements.accountEnding,
  preparedById: disbursements.preparedById,
  batchId: disbursements.batchId,
};

/** Whether a batch pays just these households. */
export async function isBatchOf(
  db: ReadDatabase,
  { batchId, householdIds }: { batchId: string; householdIds: readonly string[] },
): Promise<boolean> {
  const rows = await db
    .select({ ownerId: disbursements.ownerId })
    .from(disbursements)
    .where(eq(disbursements.batchId, batchId))
    .limit(MAX_PAYOUTS);
  const paid = new Set(rows.map(({ ownerId }) => ownerId));
  return paid.size === householdIds.length && householdIds.every((id) => paid.has(id));
}
