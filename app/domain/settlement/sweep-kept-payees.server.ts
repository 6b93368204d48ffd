import { lte } from "drizzle-orm";
import { keptPayees } from "~db/schema/settlement-payees";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";

/** Forgets accounts that were replaced, once they cannot come back any more. */
export async function sweepKeptPayees(tx: Transaction): Promise<void> {
  await tx.delete(keptPayees).where(lte(keptPayees.keptUntil, now()));
}
