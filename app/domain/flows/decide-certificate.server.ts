import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { CertificateDecisionForm } from "~/domain/certificates/forms";
import { noteStep, type StepCode } from "~/domain/certificates/note-step.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";
import { settleStars } from "./settle-stars.server";

const ACTIONS = { confirmed: "certificate.confirm", sent_back: "certificate.send_back" } as const;

/** An officer has held a certificate against its evidence: its products show its stars from then on, or it is sent back. */
export async function decideCertificate(
  actor: UserActor,
  { certificateId, ...form }: CertificateDecisionForm & { certificateId: string },
): Promise<Result<null, StepCode>> {
  const { decision, seen } = form;
  const reason = form.reason === "" ? null : form.reason;
  const grade = decision === "confirmed" ? form.grade : undefined;
  return inTransaction(async (tx) => {
    const step = { certificateId, step: decision, actorId: actor.userId, reason, seen };
    const noted = await noteStep(tx, { ...step, ...(grade === undefined ? {} : { grade }) });
    if (!noted.ok || !noted.value.isNew) return noted.ok ? succeed(null) : noted;
    await recordAction(tx, {
      actor,
      action: ACTIONS[decision],
      subject: { kind: "certificate", id: certificateId },
      before: { status: noted.value.before.status },
      after: { status: decision, reason, grade },
    });
    if (decision === "confirmed") await settleStars(tx, certificateId);
    return succeed(null);
  });
}
