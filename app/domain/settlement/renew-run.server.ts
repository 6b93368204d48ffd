import { and, eq } from "drizzle-orm";
import { reconciliationRuns } from "~db/schema/settlement-reconciliation";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";

/** Says that the process that took a run is still at it, so that no other takes it up. */
export async function renewRun(
  tx: Transaction,
  run: { id: string; takenAt: number },
): Promise<void> {
  const isOurs = and(
    eq(reconciliationRuns.id, run.id),
    eq(reconciliationRuns.takenAt, run.takenAt),
    eq(reconciliationRuns.isOpen, true),
  );
  await tx.update(reconciliationRuns).set({ renewedAt: now() }).where(isOurs);
}
