import { asc, eq, gt } from "drizzle-orm";
import { keptPayees } from "~db/schema/settlement-payees";
import type { Transaction } from "~/platform/db.server";
import { RESEAL_BATCH_ROWS, resealRows, type Resealed } from "~/platform/reseal-rows.server";

/** As `resealPayees`, of those that were replaced and may come back. */
export async function resealKeptPayees(tx: Transaction, after: string): Promise<Resealed> {
  const { id, ownerId: owner, sealedAccount: sealed } = keptPayees;
  const rows = await tx
    .select({ id, owner, sealed })
    .from(keptPayees)
    .where(gt(id, after))
    .orderBy(asc(id))
    .limit(RESEAL_BATCH_ROWS);
  return resealRows(rows, (row, sealedAccount) =>
    tx.update(keptPayees).set({ sealedAccount }).where(eq(id, row.id)),
  );
}
