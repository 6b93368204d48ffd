import type { Actor } from "~/domain/audit/actor";
import { actorIdOf } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { planSession, type PlanSessionCode } from "~/domain/training/plan-session.server";
import type { SessionPlan, SessionScope } from "~/domain/training/types";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";
import { findPlaceFault, type SessionPlaceCode } from "./find-place-fault.server";

/**
 * The department plans a training session in its province, or a helper one whose list they keep where they help; the
 * same form sent twice plans one.
 */
export async function planTraining(
  actor: Actor,
  scope: SessionScope,
  { sessionId, ...typed }: SessionPlan & { sessionId: string },
): Promise<Result<null, SessionPlaceCode | PlanSessionCode>> {
  const plannerId = scope.kind === "helper" ? scope.helperId : null;
  const plan = { ...typed, helperId: plannerId ?? typed.helperId };
  const fault = await findPlaceFault(scope, plan.communeCode);
  if (fault !== null) return fault;
  return inTransaction(async (tx) => {
    const actorId = actorIdOf(actor);
    const planned = await planSession(tx, { sessionId, ...plan, plannerId, actorId });
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
