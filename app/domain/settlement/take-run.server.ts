import { and, eq, lt, or, sql } from "drizzle-orm";
import { reconciliationRuns } from "~db/schema/settlement-reconciliation";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { MINUTE_MS } from "~/platform/period";

/** Three times as long as a process is silent that is at work (`renewRun`): whoever had it is gone. */
const GIVEN_UP_AFTER_MS = 15 * MINUTE_MS;

/** A run that waits to be done, or that a process left behind; it is the caller's from then on. Null: there is none. */
export async function takeRun(tx: Transaction): Promise<{ id: string; takenAt: number } | null> {
  const takenAt = now();
  const [taken] = await tx
    .update(reconciliationRuns)
    .set({ status: "running", takenAt, renewedAt: null })
    .where(
      and(
        eq(reconciliationRuns.isOpen, true),
        or(
          eq(reconciliationRuns.status, "asked"),
          lt(
            sql`coalesce(${reconciliationRuns.renewedAt}, ${reconciliationRuns.takenAt})`,
            takenAt - GIVEN_UP_AFTER_MS,
          ),
        ),
      ),
    )
    .returning({ id: reconciliationRuns.id });
  return taken ? { id: taken.id, takenAt } : null;
}
