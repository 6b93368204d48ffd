import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { rebuildMonth } from "~/domain/statistics/rebuild-monthly-sales.server";
import { currentMonth } from "~/domain/statistics/queries.server";
import { inTransaction } from "~/platform/db.server";
import type { Month } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";

/**
 * An officer lets what is kept of a month that is over be made anew from its orders, where the two were found to differ.
 * What was closed stands; it may show as changed then.
 */
export async function recountPeriod(
  actor: Actor,
  { month }: { month: Month },
): Promise<Result<null, "period_running">> {
  if (month >= currentMonth()) return fail("period_running");
  return inTransaction(async (tx) => {
    await rebuildMonth(tx, month);
    await recordAction(tx, {
      actor,
      action: "period.recount",
      subject: { kind: "period", id: month },
      after: {},
    });
    return succeed(null);
  });
}
