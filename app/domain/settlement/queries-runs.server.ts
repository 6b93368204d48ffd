import { and, asc, count, desc, eq, gte, inArray, isNull } from "drizzle-orm";
import { users } from "~db/schema/identity";
import {
  reconciliationBalances,
  reconciliationDifferences,
  reconciliationNotes,
  reconciliationRuns,
} from "~db/schema/settlement-reconciliation";
import { reader } from "~/platform/db.server";
import { describeDifferences } from "./queries-differences.server";
import { POTS, type PotBalance } from "./reconciliation";
import type { DifferenceRow, RunPage, RunRow, RunView } from "./types-reconciliation";
import { WALLETS } from "./wallets";

const RUNS_PER_PAGE = 31;
const DIFFERENCES_PER_PAGE = 50;
const POTS_MAX = 20;

const selectRuns = () =>
  reader()
    .select({
      id: reconciliationRuns.id,
      localDate: reconciliationRuns.localDate,
      askedByName: users.fullName,
      askedAt: reconciliationRuns.askedAt,
      takenAt: reconciliationRuns.takenAt,
      endedAt: reconciliationRuns.endedAt,
      status: reconciliationRuns.status,
      bankWord: reconciliationBalances.wordState,
      differenceCount: reconciliationRuns.differenceCount,
      newCount: reconciliationRuns.newCount,
    })
    .from(reconciliationRuns)
    .leftJoin(users, eq(users.id, reconciliationRuns.askedById))
    .leftJoin(
      reconciliationBalances,
      and(
        eq(reconciliationBalances.runId, reconciliationRuns.id),
        eq(reconciliationBalances.pot, "bank"),
      ),
    )
    .$dynamic();

/** The newest run that has ended; null before the first. */
export async function findNewestRun(): Promise<RunRow | null> {
  const [run] = await selectRuns()
    .where(eq(reconciliationRuns.isOpen, false))
    .orderBy(desc(reconciliationRuns.endedAt), desc(reconciliationRuns.id))
    .limit(1);
  return run ?? null;
}

/** The run that is asked for or at work; null: none is. */
export async function findOpenRun(): Promise<RunRow | null> {
  const [run] = await selectRuns().where(eq(reconciliationRuns.isOpen, true)).limit(1);
  return run ?? null;
}

/** Runs that have ended, newest first, 31 a page. */
export async function listRuns(page: number): Promise<RunPage> {
  const isEnded = eq(reconciliationRuns.isOpen, false);
  const runCount = await reader().$count(reconciliationRuns, isEnded);
  const pageCount = Math.max(1, Math.ceil(runCount / RUNS_PER_PAGE));
  const shownPage = Math.min(Math.max(1, page), pageCount);
  const runs = await selectRuns()
    .where(isEnded)
    .orderBy(desc(reconciliationRuns.askedAt), desc(reconciliationRuns.id))
    .limit(RUNS_PER_PAGE)
    .offset((shownPage - 1) * RUNS_PER_PAGE);
  return { runs, runCount, page: shownPage, pageCount };
}

/** A run with all that it compared and found, its differences 50 a page; null: there is none of that id. */
export async function loadRun(runId: string, page: number): Promise<RunView | null> {
  const [run] = await selectRuns().where(eq(reconciliationRuns.id, runId)).limit(1);
  if (!run) return null;
  const balances = await reader()
    .select()
    .from(reconciliationBalances)
    .where(eq(reconciliationBalances.runId, runId))
    .limit(POTS_MAX);
  const isOfRun = eq(reconciliationDifferences.runId, runId);
  const kept = await reader().$count(reconciliationDifferences, isOfRun);
  const pageCount = Math.max(1, Math.ceil(kept / DIFFERENCES_PER_PAGE));
  const shownPage = Math.min(Math.max(1, page), pageCount);
  const rows = await reader()
    .select()
    .from(reconciliationDifferences)
    .where(isOfRun)
    .orderBy(asc(reconciliationDifferences.id))
    .limit(DIFFERENCES_PER_PAGE)
    .offset((shownPage - 1) * DIFFERENCES_PER_PAGE);
  return {
    ...run,
    balances: balances
      .map(({ runId: _, ...balance }) => balance)
      .toSorted((a, b) => placeOf(a) - placeOf(b)),
    differences: await describeDifferences(rows.map((row) => ({ ...row, takenAt: run.takenAt }))),
    page: shownPage,
    pageCount,
  };
}

/** In the order in which pots and telecoms are told everywhere. */
function placeOf({ pot, ownerId }: PotBalance): number {
  return POTS.indexOf(pot) * POTS_MAX + WALLETS.findIndex(({ id }) => id === ownerId);
}

/** One difference as its page shows it, with the run that found it; null: there is none of that id. */
export async function findDifference(
  differenceId: string,
): Promise<{ difference: DifferenceRow; run: RunRow } | null> {
  const [row] = await reader()
    .select()
    .from(reconciliationDifferences)
    .where(eq(reconciliationDifferences.id, differenceId))
    .limit(1);
  if (!row) return null;
  const [run] = await selectRuns().where(eq(reconciliationRuns.id, row.runId)).limit(1);
  if (!run) return null;
  const [difference] = await describeDifferences([{ ...row, takenAt: run.takenAt }]);
  return difference ? { difference, run } : null;
}

/** What stands by the newest run and nobody has written a note to. */
export async function countUnnotedDifferences(): Promise<number> {
  const [newest] = await reader()
    .select({ id: reconciliationRuns.id })
    .from(reconciliationRuns)
    .where(inArray(reconciliationRuns.status, ["balanced", "differs"]))
    .orderBy(desc(reconciliationRuns.endedAt), desc(reconciliationRuns.id))
    .limit(1);
  if (!newest) return 0;
  const [row] = await reader()
    .select({ openCount: count() })
    .from(reconciliationDifferences)
    .leftJoin(
      reconciliationNotes,
      and(
        eq(reconciliationNotes.name, reconciliationDifferences.name),
        eq(reconciliationNotes.subjectId, reconciliationDifferences.subjectId),
        eq(reconciliationNotes.expectedVnd, reconciliationDifferences.expectedVnd),
        eq(reconciliationNotes.actualVnd, reconciliationDifferences.actualVnd),
        gte(reconciliationNotes.notedAt, reconciliationDifferences.standsSince),
      ),
    )
    .where(and(eq(reconciliationDifferences.runId, newest.id), isNull(reconciliationNotes.id)));
  return row?.openCount ?? 0;
}
