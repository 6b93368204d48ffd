import { asc, eq, gt } from "drizzle-orm";
import { disbursements, payees } from "~db/schema/settlement";
import type { Transaction } from "~/platform/db.server";
import { isSealedWithNewest, seal, unseal } from "~/platform/seal.server";

const BATCH_ROWS = 500;

export type Resealed = {
  sealedCount: number;
  /** Made by a key that is no longer among ours: nobody can read them. */
  lostCount: number;
  /** Where the next batch begins; null: all have been looked at. */
  after: string | null;
};

/** Seals up to 500 accounts anew under the newest key, so that the older can be taken away once all are. */
export async function resealPayees(tx: Transaction, after: string): Promise<Resealed> {
  const rows = await tx
    .select({ id: payees.ownerId, ownerId: payees.ownerId, sealedAccount: payees.sealedAccount })
    .from(payees)
    .where(gt(payees.ownerId, after))
    .orderBy(asc(payees.ownerId))
    .limit(BATCH_ROWS);
  return reseal(rows, (id, sealedAccount) =>
    tx.update(payees).set({ sealedAccount }).where(eq(payees.ownerId, id)),
  );
}

/** The same of what was sent or is to be sent. */
export async function resealDisbursements(tx: Transaction, after: string): Promise<Resealed> {
  const { id, ownerId, sealedAccount } = disbursements;
  const rows = await tx
    .select({ id, ownerId, sealedAccount })
    .from(disbursements)
    .where(gt(id, after))
    .orderBy(asc(id))
    .limit(BATCH_ROWS);
  return reseal(rows, (rowId, resealed) =>
    tx.update(disbursements).set({ sealedAccount: resealed }).where(eq(id, rowId)),
  );
}

async function reseal(
  rows: readonly { id: string; ownerId: string; sealedAccount: string }[],
  write: (id: string, sealedAccount: string) => PromiseLike<unknown>,
): Promise<Resealed> {
  const done = { sealedCount: 0, lostCount: 0 };
  for (const { id, ownerId, sealedAccount } of rows) {
    if (isSealedWithNewest(sealedAccount)) continue;
    const text = unseal(sealedAccount, ownerId);
    if (text === null) done.lostCount += 1;
    else {
      await write(id, seal(text, ownerId));
      done.sealedCount += 1;
    }
  }
  return { ...done, after: rows.length < BATCH_ROWS ? null : (rows.at(-1)?.id ?? null) };
}
