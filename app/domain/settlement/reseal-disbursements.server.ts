import { asc, eq, gt } from "drizzle-orm";
import { disbursements } from "~db/schema/settlement";
import type { Transaction } from "~/platform/db.server";
import { RESEAL_BATCH_ROWS, resealRows, type Resealed } from "~/platform/reseal-rows.server";

/** As `resealPayees`, of what was sent or is to be sent. */
export async function resealDisbursements(tx: Transaction, after: string): Promise<Resealed> {
  const { id, ownerId: owner, sealedAccount: sealed } = disbursements;
  const rows = await tx
    .select({ id, owner, sealed })
    .from(disbursements)
    .where(gt(id, after))
    .orderBy(asc(id))
    .limit(RESEAL_BATCH_ROWS);
  return resealRows(rows, (row, sealedAccount) =>
    tx.update(disbursements).set({ sealedAccount }).where(eq(id, row.id)),
  );
}
