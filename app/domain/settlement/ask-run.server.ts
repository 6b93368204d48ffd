import { and, eq, exists, gt, isNull, ne, not, or } from "drizzle-orm";
import { reconciliationBalances, reconciliationRuns } from "~db/schema/settlement-reconciliation";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { HOUR_MS, type LocalDate } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";

/** The clock tries again so long after a run that could not be done, or not with everybody who had to be asked. */
const AGAIN_AFTER_MS = HOUR_MS;

/**
 * Asks for a reconciliation of a business day; a timer does it. One at a time, and the clock's (`askedById` null) once
 * a day, whichever process asks.
 */
export async function askRun(
  tx: Transaction,
  { localDate, askedById }: { localDate: LocalDate; askedById: string | null },
): Promise<Result<string, "reconciliation_running" | "reconciliation_done">> {
  const [open] = await tx
    .select({ id: reconciliationRuns.id })
    .from(reconciliationRuns)
    .where(eq(reconciliationRuns.isOpen, true))
    .limit(1);
  if (open) return fail("reconciliation_running");
  if (askedById === null && (await isDone(tx, localDate))) return fail("reconciliation_done");
  const id = newId("rec");
  const askedAt = now();
  await tx
    .insert(reconciliationRuns)
    .values({ id, localDate, askedById, askedAt, isOpen: true, status: "asked" });
  return succeed(id);
}

async function isDone(tx: Transaction, localDate: LocalDate): Promise<boolean> {
  const unanswered = tx
    .select({ runId: reconciliationBalances.runId })
    .from(reconciliationBalances)
    .where(
      and(
        eq(reconciliationBalances.runId, reconciliationRuns.id),
        eq(reconciliationBalances.wordState, "unreachable"),
      ),
    );
  const [done] = await tx
    .select({ id: reconciliationRuns.id })
    .from(reconciliationRuns)
    .where(
      and(
        eq(reconciliationRuns.localDate, localDate),
        isNull(reconciliationRuns.askedById),
        or(
          and(ne(reconciliationRuns.status, "failed"), not(exists(unanswered))),
          gt(reconciliationRuns.endedAt, now() - AGAIN_AFTER_MS),
        ),
      ),
    )
    .limit(1);
  return done !== undefined;
}
