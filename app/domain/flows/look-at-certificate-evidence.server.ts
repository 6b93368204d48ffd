import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { findEvidence } from "~/domain/certificates/queries-steps.server";
import { readEvidence } from "~/domain/certificates/read-evidence.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

type Looked = { type: "jpg" | "pdf"; content: Uint8Array | null };

/** Evidence of a certificate, for the officer who decides about it; each look is noted with who looked. */
export async function lookAtCertificateEvidence(
  actor: UserActor,
  { stepId, place }: { stepId: string; place: number },
): Promise<Result<Looked, "evidence_not_found">> {
  const found = await inTransaction(async (tx) => {
    const evidence = await findEvidence(stepId, place, tx);
    if (!evidence) return fail("evidence_not_found");
    await recordAction(tx, {
      actor,
      action: "certificate.look",
      subject: { kind: "certificate", id: evidence.certificateId },
      after: { stepId, place },
    });
    return succeed(evidence.file);
  });
  if (!found.ok) return found;
  return succeed({ type: found.value.type, content: await readEvidence(found.value) });
}
