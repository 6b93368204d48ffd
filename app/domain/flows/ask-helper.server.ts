import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { HelperTargetForm } from "~/domain/households/forms-delegation";
import { setHelperTarget } from "~/domain/households/set-helper-target.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** The department asks a helper for so many households that sell. */
export async function askHelper(
  actor: UserActor,
  { agentId, ...target }: HelperTargetForm & { agentId: string },
): Promise<Result<null, "helper_unknown" | "form_outdated">> {
  return inTransaction(async (tx) => {
    const set = await setHelperTarget(tx, { ...target, agentId, setById: actor.userId });
    if (!set.ok) return set;
    if (set.value.isNew) {
      await recordAction(tx, {
        actor,
        action: "helper.set_target",
        subject: { kind: "user", id: agentId },
        after: target,
      });
    }
    return succeed(null);
  });
}
