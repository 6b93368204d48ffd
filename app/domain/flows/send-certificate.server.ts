import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { PhotoCode } from "~/domain/catalog/photo-limits";
import { isEditable } from "~/domain/certificates/certificate-status";
import { eraseEvidence } from "~/domain/certificates/erase-evidence.server";
import { EVIDENCE_FILES_MAX, type EvidenceFile } from "~/domain/certificates/evidence-path";
import { noteStep, type StepCode } from "~/domain/certificates/note-step.server";
import { findStepOfForm, listLastFiles } from "~/domain/certificates/queries-steps.server";
import { findCertificate } from "~/domain/certificates/queries.server";
import { storeEvidence } from "~/domain/certificates/store-evidence.server";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction, reader } from "~/platform/db.server";
import type { SentFile } from "~/platform/parts.server";
import { fail, succeed, type Result } from "~/platform/result";
import { encodeEvidence } from "./encode-evidence.server";
import { readSent } from "./read-sent.server";

export type SendCertificate = {
  certificateId: string;
  /** Made with the form: sent twice it is sent once. */
  formId: string;
  /** As they were sent; none: those of the sending before go along. */
  files: readonly SentFile[];
};
export type EvidenceCode = "evidence_missing" | "evidence_files_over" | PhotoCode;

/** A household, or its helper, sends a certificate with its evidence; whatever fails, no file is left behind. */
export async function sendCertificate(
  actor: UserActor,
  scope: Scope,
  input: SendCertificate,
): Promise<Result<null, StepCode | EvidenceCode>> {
  const { certificateId, formId } = input;
  const certificate = await findCertificate(scope, certificateId);
  if (!certificate) return fail("certificate_not_found");
  const known = await findStepOfForm(reader(), formId);
  if (known !== null) {
    return known === certificateId ? succeed(null) : fail("certificate_not_found");
  }
  // Decoding a photo is work: not for what may not be sent.
  if (!isEditable(certificate.status)) return fail("certificate_step_not_allowed");
  if (input.files.length > EVIDENCE_FILES_MAX) return fail("evidence_files_over");
  const added: EvidenceFile[] = [];
  let isKept = false;
  try {
    for (const original of input.files) {
      const encoded = await readSent(original, encodeEvidence);
      if (!encoded.ok) return encoded;
      added.push(await storeEvidence(encoded.value.content, encoded.value.type));
    }
    const files = added.length > 0 ? added : await listLastFiles(certificateId);
    if (files.length === 0) return fail("evidence_missing");
    const written = await write(actor, input, files);
    isKept = written.ok && written.value.isNew;
    return written.ok ? succeed(null) : written;
  } finally {
    if (!isKept) await eraseEvidence({ files: added });
  }
}

async function write(
  actor: UserActor,
  { certificateId, formId }: SendCertificate,
  files: EvidenceFile[],
): Promise<Result<{ isNew: boolean }, StepCode>> {
  return inTransaction(async (tx) => {
    const step = { certificateId, actorId: actor.userId, evidence: { formId, files } };
    const noted = await noteStep(tx, { ...step, step: "sent" });
    if (!noted.ok || !noted.value.isNew) return noted;
    await recordAction(tx, {
      actor,
      action: "certificate.send",
      subject: { kind: "certificate", id: certificateId },
      before: { status: noted.value.before.status },
      after: { files },
    });
    return noted;
  });
}
