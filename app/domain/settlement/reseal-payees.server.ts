import { asc, eq, gt } from "drizzle-orm";
import { payees } from "~db/schema/settlement-payees";
import type { Transaction } from "~/platform/db.server";
import { RESEAL_BATCH_ROWS, resealRows, type Resealed } from "~/platform/reseal-rows.server";

/** Seals up to 500 accounts anew under the newest key, so that the older can be taken away once all are. */
export async function resealPayees(tx: Transaction, after: string): Promise<Resealed> {
  const rows = await tx
    .select({ id: payees.ownerId, owner: payees.ownerId, sealed: payees.sealedAccount })
    .from(payees)
    .where(gt(payees.ownerId, after))
    .orderBy(asc(payees.ownerId))
    .limit(RESEAL_BATCH_ROWS);
  return resealRows(rows, ({ id }, sealedAccount) =>
    tx.update(payees).set({ sealedAccount }).where(eq(payees.ownerId, id)),
  );
}
