import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { keepEdition } from "~/domain/statistics/keep-edition.server";
import { readTurn } from "~/domain/statistics/queries-periods.server";
import { currentMonth } from "~/domain/statistics/queries.server";
import { takeSnapshot } from "~/domain/statistics/take-snapshot.server";
import { now } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { formatMonth, type Month } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";

export type ClosePeriodCode =
  | "period_running"
  | "period_closed"
  | "period_earlier_open"
  | "period_before_first"
  | "period_not_as_kept"
  | "period_moved";

/**
 * An officer closes a month that is over: from then on its figures stand, and what changes is a revision.
 * @param input `seen`: of the figures that the officer had before them (`Period.seen`)
 * @param onProgress with the part of its orders that is counted, 0 to 1
 */
export async function closePeriod(
  actor: Actor,
  input: { month: Month; seen: string; closedBy: { id: string; name: string } },
  onProgress?: (done: number) => void,
): Promise<Result<null, ClosePeriodCode>> {
  const { month, closedBy } = input;
  if (month >= currentMonth()) return fail("period_running");
  const snapshot = await takeSnapshot(month, onProgress);
  return inTransaction(async (tx) => {
    const { first, next } = await readTurn(tx);
    if (first !== null && month >= first && next !== null && month < next) {
      return fail("period_closed");
    }
    if (next === null || month < next) return fail("period_before_first");
    if (month > next) return fail("period_earlier_open", { month: formatMonth(next) });
    if (!snapshot.isAsKept) return fail("period_not_as_kept");
    if (snapshot.seen !== input.seen) return fail("period_moved");
    const closedAt = now();
    const kept = await keepEdition(tx, {
      snapshot,
      edition: 1,
      revision: null,
      closedBy,
      closedAt,
    });
    if (!kept.ok) return fail("period_closed");
    await recordAction(tx, {
      actor,
      action: "period.close",
      subject: { kind: "period", id: month },
      after: { edition: 1, hash: kept.value.hash },
    });
    return succeed(null);
  });
}
