import { eq } from "drizzle-orm";
import { statementImports } from "~db/schema/statements";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";

/** Notes whose yes it was; the lines go into the inbox from now on. The caller has asked whether it is enough. */
export async function noteConfirmed(
  tx: Transaction,
  { importId, userId, withoutErrors }: { importId: string; userId: string; withoutErrors: boolean },
): Promise<void> {
  await tx
    .update(statementImports)
    .set({ status: "importing", confirmedById: userId, confirmedAt: now(), withoutErrors })
    .where(eq(statementImports.id, importId));
}
