import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { enterRequest, type EnterRequestFailure } from "~/domain/compliance/enter-request.server";
import type { RequestForm } from "~/domain/compliance/forms";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";
import { findRequestAbout } from "./find-request-about.server";

/** An officer writes down what an authority or a person asks; its clocks run from when it came in. */
export async function enterComplianceRequest(
  actor: UserActor,
  form: RequestForm,
): Promise<Result<{ requestId: string }, EnterRequestFailure | "request_about_unknown">> {
  const about = form.about === null ? null : await findRequestAbout(form.about);
  if (about !== null && !about.ok) return about;
  const facts = { ...form, about: about?.value ?? null, actorId: actor.userId };
  return inTransaction(async (tx) => {
    const entered = await enterRequest(tx, facts);
    if (!entered.ok) return entered;
    const { requestId } = form;
    if (entered.value.isNew) {
      const { kind, way, paperNumber, receivedAt } = form;
      const subject = { kind: "compliance_request", id: requestId } as const;
      const after = { kind, way, paperNumber, receivedAt, about: facts.about };
      await recordAction(tx, { actor, action: "compliance.enter", subject, after });
    }
    return succeed({ requestId });
  });
}
