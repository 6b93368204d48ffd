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
): Promise<Result<{ isNew: boolean }, "helper_unknown">> {
  if (!(await isHelper(tx, target.agentId))) return fail("helper_unknown");
  const known = await tx.$count(helperTargets, eq(helperTargets.id, targetId));
  if (known > 0) return succeed({ isNew: false });
  await tx.insert(helperTargets).values({ id: targetId, ...target, setAt: now() });
  return succeed({ isNew: true });
}
