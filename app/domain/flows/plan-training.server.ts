import type { Actor } from "~/domain/audit/actor";
import { actorIdOf } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { findCommune } from "~/domain/places/queries.server";
import { planSession } from "~/domain/training/plan-session.server";
import type { SessionPlan } from "~/domain/training/types";
import { inTransaction } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { fail, succeed, type Result } from "~/platform/result";

/** The department plans a training session in its province; the same form sent twice plans one. */
export async function planTraining(
  actor: Actor,
  { sessionId, ...plan }: SessionPlan & { sessionId: string },
): Promise<Result<null, "commune_elsewhere" | "helper_unknown">> {
  const commune = await findCommune(plan.communeCode);
  if (commune?.provinceCode !== settings().PROVINCE) return fail("commune_elsewhere");
  return inTransaction(async (tx) => {
    const planned = await planSession(tx, { sessionId, ...plan, actorId: actorIdOf(actor) });
    if (!planned.ok) return planned;
    if (planned.value.isNew) {
      await recordAction(tx, {
        actor,
        action: "training.plan",
        subject: { kind: "training_session", id: sessionId },
        after: plan,
      });
    }
    return succeed(null);
  });
}
