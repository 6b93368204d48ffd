import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { countMonthAnew, recountMonth } from "~/domain/statistics/recount-month.server";
import { inTransaction } from "~/platform/db.server";
import type { Month } from "~/platform/period";
import type { Result } from "~/platform/result";

const TRIES = 3;

/**
 * Puts right what is kept of a month by counting its orders, where the two differ. What was closed stands; it may show as
 * changed then. Fails when one of the wrong rows moved each time while the month was counted.
 */
export async function recountPeriod(
  actor: Actor,
  { month }: { month: Month },
  onCounted?: (progress: { counted: number; of: number }) => void,
): Promise<Result<{ correctedCount: number }, "month_moved">> {
  for (let tries = 1; ; tries += 1) {
    const recount = await countMonthAnew(month, tries === 1 ? onCounted : undefined);
    const recounted = await inTransaction(async (tx) => {
      const corrected = await recountMonth(tx, recount);
      if (!corrected.ok) return corrected;
      await recordAction(tx, {
        actor,
        action: "period.recount",
        subject: { kind: "period", id: month },
        after: { recordCount: recount.recordCount, ...corrected.value },
      });
      return corrected;
    });
    if (recounted.ok || tries === TRIES) return recounted;
  }
}
