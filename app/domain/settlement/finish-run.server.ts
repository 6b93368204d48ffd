import { and, desc, eq, inArray } from "drizzle-orm";
import {
  reconciliationBalances,
  reconciliationDifferences,
  reconciliationRuns,
} from "~db/schema/settlement-reconciliation";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { isBalanced, type Comparison, type Difference, type RunStatus } from "./reconciliation";

/** More than a person reads; so many have one cause. */
const KEPT_MAX = 1_000;

export type FinishedRun = { status: RunStatus; differenceCount: number; newCount: number };

/**
 * Keeps what a run found, each difference with since when it stands; `comparison` null: it could not be done. Null
 * when another process has taken the run up meanwhile.
 */
export async function finishRun(
  tx: Transaction,
  { run, comparison }: { run: { id: string; takenAt: number }; comparison: Comparison | null },
): Promise<FinishedRun | null> {
  const isOurs = and(
    eq(reconciliationRuns.id, run.id),
    eq(reconciliationRuns.takenAt, run.takenAt),
    eq(reconciliationRuns.isOpen, true),
  );
  if ((await tx.$count(reconciliationRuns, isOurs)) === 0) return null;
  const known = await knownBefore(tx);
  const found = comparison?.differences ?? [];
  const kept = found.slice(0, KEPT_MAX);
  for (const difference of kept) {
    const standsSince = known.get(keyOf(difference)) ?? run.takenAt;
    await tx
      .insert(reconciliationDifferences)
      .values({ id: newId("dif"), runId: run.id, ...difference, standsSince });
  }
  for (const balance of comparison?.balances ?? []) {
    await tx.insert(reconciliationBalances).values({ runId: run.id, ...balance });
  }
  const finished = {
    status: statusOf(comparison),
    differenceCount: found.length,
    newCount: kept.filter((one) => !known.has(keyOf(one))).length,
  };
  await tx
    .update(reconciliationRuns)
    .set({ ...finished, endedAt: now(), isOpen: false })
    .where(isOurs);
  return finished;
}

function statusOf(comparison: Comparison | null): RunStatus {
  if (comparison === null) return "failed";
  const { balances, differences } = comparison;
  if (differences.length > 0 || !balances.every(isBalanced)) return "differs";
  return balances.some(({ wordState }) => wordState === "unreachable") ? "failed" : "balanced";
}

/** The same difference on another day: by name, subject and amounts. */
function keyOf({ name, subjectId, expectedVnd, actualVnd }: Omit<Difference, "besideId">): string {
  return JSON.stringify([name, subjectId, expectedVnd, actualVnd]);
}

/** What the newest run that compared anything had found, with since when it stood. */
async function knownBefore(tx: Transaction): Promise<Map<string, number>> {
  const [before] = await tx
    .select({ id: reconciliationRuns.id })
    .from(reconciliationRuns)
    .where(inArray(reconciliationRuns.status, ["balanced", "differs"]))
    .orderBy(desc(reconciliationRuns.endedAt), desc(reconciliationRuns.id))
    .limit(1);
  if (!before) return new Map();
  const rows = await tx
    .select()
    .from(reconciliationDifferences)
    .where(eq(reconciliationDifferences.runId, before.id))
    .limit(KEPT_MAX);
  return new Map(rows.map((row) => [keyOf(row), row.standsSince]));
}
