import { eq } from "drizzle-orm";
import { helperTargets } from "~db/schema/households-delegations";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import type { HelperTargetForm } from "./forms-delegation";
import { isHelper } from "./queries-helpers.server";

export type NewTarget = HelperTargetForm & { agentId: string; setById: string };

/** What a helper is asked for from now on; the same form sent twice asks once. */
export async function setHelperTarget(
  tx: Transaction,
  { targetId, ...target }: NewTarget,
): Promise<Result<{ isNew: boolean }, "helper_unknown" | "form_outdated">> {
  if (!(await isHelper(tx, target.agentId))) return fail("helper_unknown");
  const [kept] = await tx
    .select()
    .from(helperTargets)
    .where(eq(helperTargets.id, targetId))
    .limit(1);
  if (kept) {
    const isSame =
      kept.agentId === target.agentId &&
      kept.householdCount === target.householdCount &&
      kept.startsOn === target.startsOn &&
      kept.endsOn === target.endsOn;
    return isSame ? succeed({ isNew: false }) : fail("form_outdated");
  }
  await tx.insert(helperTargets).values({ id: targetId, ...target, setAt: now() });
  return succeed({ isNew: true });
}
