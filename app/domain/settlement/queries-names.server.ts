import { eq, inArray } from "drizzle-orm";
import { disbursements, payoutBatches } from "~db/schema/settlement";
import type { NamedSubject } from "~/domain/audit/types";
import { reader } from "~/platform/db.server";

/** What disbursements are called, for the log. */
export async function nameDisbursements(ids: readonly string[]): Promise<NamedSubject[]> {
  const rows = await reader()
    .select({ id: disbursements.id, code: disbursements.code })
    .from(disbursements)
    .where(inArray(disbursements.id, [...ids]));
  return rows.map((row) => ({ ...row, name: null }));
}

/** Which disbursement has this code; null: none. */
export async function findDisbursementId(code: string): Promise<string | null> {
  const [row] = await reader()
    .select({ id: disbursements.id })
    .from(disbursements)
    .where(eq(disbursements.code, code))
    .limit(1);
  return row?.id ?? null;
}

/** What payout batches are called, for the log. */
export async function namePayoutBatches(ids: readonly string[]): Promise<NamedSubject[]> {
  const rows = await reader()
    .select({ id: payoutBatches.id, code: payoutBatches.code })
    .from(payoutBatches)
    .where(inArray(payoutBatches.id, [...ids]));
  return rows.map((row) => ({ ...row, name: null }));
}

/** Which batch has this code; null: none. */
export async function findPayoutBatchId(code: string): Promise<string | null> {
  const [row] = await reader()
    .select({ id: payoutBatches.id })
    .from(payoutBatches)
    .where(eq(payoutBatches.code, code))
    .limit(1);
  return row?.id ?? null;
}
