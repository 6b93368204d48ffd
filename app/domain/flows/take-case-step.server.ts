import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { CaseStepForm } from "~/domain/supply/forms-cases";
import { takeCaseStep as take, type CaseStepFailure } from "~/domain/supply/take-case-step.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** An officer writes down what was done about a kind, hands it over or says how it ended. */
export async function takeCaseStep(
  actor: UserActor,
  { caseId, form }: { caseId: string; form: CaseStepForm },
): Promise<Result<null, CaseStepFailure>> {
  return inTransaction(async (tx) => {
    const taken = await take(tx, { caseId, actorId: actor.userId, form });
    if (!taken.ok) return taken;
    if (taken.value.isNew) {
      const { intent, stepId: _, words: __, ...after } = form;
      const subject = { kind: "supply_case", id: caseId } as const;
      await recordAction(tx, { actor, action: `supply_case.${intent}`, subject, after });
    }
    return succeed(null);
  });
}
