import { desc, eq } from "drizzle-orm";
import { certificates, certificateSteps } from "~db/schema/certificates";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { localDateOf, type LocalDate } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { mayStep, type CertificateStep } from "./certificate-status";
import type { EvidenceGrade } from "./evidence-grades";
import type { EvidenceFile } from "./evidence-path";
import { findStepOfForm } from "./queries-steps.server";
import type { RevocationGround } from "./revocation-grounds";

export type NewStep = {
  certificateId: string;
  step: CertificateStep;
  actorId: string | null;
  reason?: string | null;
  /** The newest step that was shown to who decides, null for none: what has come since is looked at first. */
  seen?: string | null;
  grade?: EvidenceGrade;
  revocation?: { ground: RevocationGround; revokedOn: LocalDate };
  evidence?: { formId: string; files: EvidenceFile[] };
};
export type StepCode =
  | "certificate_not_found"
  | "certificate_step_not_allowed"
  | "certificate_changed"
  | "certificate_over"
  | "revoked_before_issued";
export type NotedStep = {
  /** False when the same was done last: nothing was written. */
  isNew: boolean;
  before: typeof certificates.$inferSelect;
};

/** Does the next thing about a certificate. */
export async function noteStep(
  tx: Transaction,
  { certificateId, step, actorId, seen, evidence, ...said }: NewStep,
): Promise<Result<NotedStep, StepCode>> {
  const [before] = await tx
    .select()
    .from(certificates)
    .where(eq(certificates.id, certificateId))
    .limit(1);
  if (!before || before.removedAt !== null) return fail("certificate_not_found");
  const [last] = await tx
    .select({
      id: certificateSteps.id,
      step: certificateSteps.step,
      reason: certificateSteps.reason,
    })
    .from(certificateSteps)
    .where(eq(certificateSteps.certificateId, certificateId))
    .orderBy(desc(certificateSteps.id))
    .limit(1);
  const reason = said.reason ?? null;
  const isSent = evidence !== undefined && (await findStepOfForm(tx, evidence.formId)) !== null;
  const isSaid = last?.step === step && last.reason === reason && !evidence;
  if (isSent || isSaid) return succeed({ isNew: false, before });
  if (seen !== undefined && seen !== (last?.id ?? null)) return fail("certificate_changed");
  if (!mayStep(step, before.status)) return fail("certificate_step_not_allowed");
  const isOver = before.expiresOn <= localDateOf(now());
  if ((step === "sent" || step === "confirmed") && isOver) return fail("certificate_over");
  const revokedOn = said.revocation?.revokedOn ?? null;
  if (revokedOn !== null && revokedOn < before.issuedOn) return fail("revoked_before_issued");
  const isTold = step === "sent_back" || step === "revoked";
  await tx
    .update(certificates)
    .set({ status: step, statusReason: isTold ? reason : null, revokedOn })
    .where(eq(certificates.id, certificateId));
  await tx.insert(certificateSteps).values({
    id: newId("cst"),
    certificateId,
    step,
    formId: evidence?.formId ?? null,
    reason,
    grade: said.grade ?? null,
    ground: said.revocation?.ground ?? null,
    files: evidence?.files ?? [],
    actorId,
    occurredAt: now(),
  });
  return succeed({ isNew: true, before });
}
