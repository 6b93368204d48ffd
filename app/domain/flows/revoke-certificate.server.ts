import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { RevocationForm } from "~/domain/certificates/forms";
import { noteStep, type StepCode } from "~/domain/certificates/note-step.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";
import { settleStars } from "./settle-stars.server";

/** An officer notes that whoever issued a certificate took it back: its stars are gone at once. */
export async function revokeCertificate(
  actor: UserActor,
  { certificateId, ground, revokedOn, reason, seen }: RevocationForm & { certificateId: string },
): Promise<Result<null, StepCode>> {
  return inTransaction(async (tx) => {
    const noted = await noteStep(tx, {
      certificateId,
      step: "revoked",
      actorId: actor.userId,
      reason,
      seen,
      revocation: { ground, revokedOn },
    });
    if (!noted.ok || !noted.value.isNew) return noted.ok ? succeed(null) : noted;
    await recordAction(tx, {
      actor,
      action: "certificate.revoke",
      subject: { kind: "certificate", id: certificateId },
      before: { status: noted.value.before.status },
      after: { status: "revoked", ground, revokedOn, reason },
    });
    await settleStars(tx, certificateId);
    return succeed(null);
  });
}
