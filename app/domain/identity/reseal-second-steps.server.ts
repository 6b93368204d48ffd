import { asc, eq, gt } from "drizzle-orm";
import { secondSteps } from "~db/schema/identity-officers";
import type { Transaction } from "~/platform/db.server";
import { RESEAL_BATCH_ROWS, resealRows, type Resealed } from "~/platform/reseal-rows.server";
import { secondStepOwner } from "./set-second-step.server";

/** Seals up to 500 secrets of second steps anew under the newest key. */
export async function resealSecondSteps(tx: Transaction, after: string): Promise<Resealed> {
  const rows = await tx
    .select({ id: secondSteps.userId, sealed: secondSteps.sealedSecret })
    .from(secondSteps)
    .where(gt(secondSteps.userId, after))
    .orderBy(asc(secondSteps.userId))
    .limit(RESEAL_BATCH_ROWS);
  const owned = rows.map((row) => ({ ...row, owner: secondStepOwner(row.id) }));
  return resealRows(owned, ({ id }, sealedSecret) =>
    tx.update(secondSteps).set({ sealedSecret }).where(eq(secondSteps.userId, id)),
  );
}
