import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { changeSession, type ChangeSessionCode } from "~/domain/training/change-session.server";
import type { SessionPlan, SessionScope } from "~/domain/training/types";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";
import { findPlaceFault, type SessionPlaceCode } from "./find-place-fault.server";

/** The department changes what is planned, or a helper what they planned; they go on keeping its list. */
export async function changeTraining(
  actor: Actor,
  scope: SessionScope,
  { sessionId, ...typed }: SessionPlan & { sessionId: string },
): Promise<Result<null, ChangeSessionCode | SessionPlaceCode>> {
  const plan = { ...typed, helperId: scope.kind === "helper" ? scope.helperId : typed.helperId };
  const fault = await findPlaceFault(scope, plan.communeCode);
  if (fault !== null) return fault;
  return inTransaction(async (tx) => {
    const changed = await changeSession(tx, scope, { sessionId, plan });
    if (!changed.ok) return changed;
    const { before } = changed.value;
    await recordAction(tx, {
      actor,
      action: "training.change",
      subject: { kind: "training_session", id: sessionId },
      before,
      after: plan,
    });
    return succeed(null);
  });
}
