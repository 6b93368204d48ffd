import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { keepEdition, type KeepEditionCode } from "~/domain/statistics/keep-edition.server";
import { takeSnapshot } from "~/domain/statistics/take-snapshot.server";
import { now } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import type { Month } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";

export type RevisePeriodCode =
  | "period_not_closed"
  | KeepEditionCode
  | "period_unchanged"
  | "period_not_as_kept"
  | "period_moved";

/**
 * An officer lets a closed month be counted anew, with a reason: another edition beside the one that stands, with what
 * differs and why. It is public only when it is published.
 * @param input `edition`: the newest one, which the officer saw; `seen`: as of closing
 */
export async function revisePeriod(
  actor: Actor,
  input: {
    month: Month;
    edition: number;
    seen: string;
    note: string;
    closedBy: { id: string; name: string };
  },
  onProgress?: (done: number) => void,
): Promise<Result<{ edition: number }, RevisePeriodCode>> {
  const { month, note, closedBy } = input;
  const snapshot = await takeSnapshot(month, onProgress);
  const { since } = snapshot;
  if (!since) return fail("period_not_closed");
  if (since.edition.edition !== input.edition) return fail("period_revised_since");
  if (since.changes.causes.length === 0) return fail("period_unchanged");
  if (!snapshot.isAsKept) return fail("period_not_as_kept");
  if (snapshot.seen !== input.seen) return fail("period_moved");
  return inTransaction(async (tx) => {
    const edition = since.edition.edition + 1;
    const revision = { ...since.changes, note };
    const kept = await keepEdition(tx, {
      snapshot,
      edition,
      revision,
      closedBy,
      closedAt: now(),
    });
    if (!kept.ok) return kept;
    await recordAction(tx, {
      actor,
      action: "period.revise",
      subject: { kind: "period", id: month },
      after: { edition, hash: kept.value.hash, causes: revision.causes, note },
    });
    return succeed({ edition });
  });
}
