import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  setSalesTargets,
  type NewTargets,
  type SetTargetsCode,
} from "~/domain/statistics/set-sales-targets.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** An officer sets targets of a year, corrects them or takes them back; all of a form or none. Answers how many changed. */
export async function setTargets(
  actor: UserActor,
  targets: NewTargets,
): Promise<Result<{ count: number }, SetTargetsCode>> {
  return inTransaction(async (tx) => {
    const set = await setSalesTargets(tx, { ...targets, setById: actor.userId });
    if (!set.ok) return set;
    const { year, source } = targets;
    for (const { id, entry } of set.value) {
      await recordAction(tx, {
        actor,
        action: entry.value === null ? "sales_target.withdraw" : "sales_target.set",
        subject: { kind: "sales_target", id },
        after: { year, ...entry, source },
      });
    }
    return succeed({ count: set.value.length });
  });
}
