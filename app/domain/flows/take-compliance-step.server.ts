import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { RequestStepForm } from "~/domain/compliance/forms";
import {
  takeRequestStep,
  type RequestStepFailure,
} from "~/domain/compliance/take-request-step.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** An officer acknowledges a request, notes what was done, hands it over, answers it or opens it again. */
export async function takeComplianceStep(
  actor: UserActor,
  { requestId, form }: { requestId: string; form: RequestStepForm },
): Promise<Result<null, RequestStepFailure>> {
  return inTransaction(async (tx) => {
    const taken = await takeRequestStep(tx, { requestId, actorId: actor.userId, form });
    if (!taken.ok) return taken;
    if (taken.value.isNew) {
      const { intent, stepId: _, words: __, ...after } = form;
      const subject = { kind: "compliance_request", id: requestId } as const;
      await recordAction(tx, { actor, action: `compliance.${intent}`, subject, after });
    }
    return succeed(null);
  });
}
