import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { noteStep, type StepCode } from "~/domain/certificates/note-step.server";
import { findCertificate } from "~/domain/certificates/queries.server";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/** A household takes a certificate back before it was decided about, to mend it and send it again, or not. */
export async function withdrawCertificate(
  actor: UserActor,
  scope: Scope,
  certificateId: string,
): Promise<Result<null, StepCode>> {
  if (!(await findCertificate(scope, certificateId))) return fail("certificate_not_found");
  return inTransaction(async (tx) => {
    const noted = await noteStep(tx, { certificateId, step: "withdrawn", actorId: actor.userId });
    if (!noted.ok) return noted;
    const { before, isNew } = noted.value;
    if (isNew) {
      await recordAction(tx, {
        actor,
        action: "certificate.withdraw",
        subject: { kind: "certificate", id: certificateId },
        before: { status: before.status },
      });
    }
    return succeed(null);
  });
}
