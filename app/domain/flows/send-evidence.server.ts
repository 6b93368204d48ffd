import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { PhotoCode } from "~/domain/catalog/photo-limits";
import { isInScope, type Scope } from "~/domain/identity/scope";
import type { EvidenceFile } from "~/domain/joining/evidence-path";
import { eraseEvidence } from "~/domain/joining/erase-evidence.server";
import { noteStep, type StepCode } from "~/domain/joining/note-step.server";
import { findStepOfForm, loadChecklistEntry } from "~/domain/joining/queries-checklists.server";
import { EVIDENCE_FILES_MAX } from "~/domain/joining/joining-items";
import { mayStep } from "~/domain/joining/joining-state";
import { storeEvidence } from "~/domain/joining/store-evidence.server";
import { inTransaction, reader } from "~/platform/db.server";
import type { SentFile } from "~/platform/parts.server";
import { fail, succeed, type Result } from "~/platform/result";
import { encodeEvidence } from "./encode-evidence.server";
import { readSent } from "./read-sent.server";

export type SendEvidence = {
  householdId: string;
  itemId: string;
  /** Made with the form: sent twice it is sent once, and after an officer's word on it no more. */
  formId: string;
  /** As they were sent. */
  files: readonly SentFile[];
};
export type EvidenceCode = "evidence_missing" | "evidence_files_over" | PhotoCode;

/** A household, or its helper, sends what an officer is to look at; whatever fails, no file is left behind. */
export async function sendEvidence(
  actor: UserActor,
  scope: Scope,
  input: SendEvidence,
): Promise<Result<null, StepCode | EvidenceCode>> {
  const { householdId, itemId, formId } = input;
  if (!isInScope(scope, householdId)) return fail("item_not_found");
  const known = await findStepOfForm(reader(), formId);
  const isElsewhere = known && (known.householdId !== householdId || known.itemId !== itemId);
  // Decoding a photo is work: not for what may not be sent.
  const entry = await loadChecklistEntry(householdId, itemId);
  if (!entry || isElsewhere) return fail("item_not_found");
  if (known) return known.id === entry.steps[0]?.id ? succeed(null) : fail("form_outdated");
  if (!mayStep("sent", entry.item)) return fail("item_step_not_allowed");
  if (input.files.length === 0) return fail("evidence_missing");
  if (input.files.length > EVIDENCE_FILES_MAX) return fail("evidence_files_over");
  const files: EvidenceFile[] = [];
  let isKept = false;
  try {
    for (const original of input.files) {
      const encoded = await readSent(original, encodeEvidence);
      if (!encoded.ok) return encoded;
      files.push(await storeEvidence(encoded.value.content, encoded.value.type));
    }
    const written = await write(actor, input, files);
    isKept = written.ok && written.value.isNew;
    return written.ok ? succeed(null) : written;
  } finally {
    if (!isKept) await eraseEvidence({ files });
  }
}

async function write(
  actor: UserActor,
  { householdId, itemId, formId }: SendEvidence,
  files: EvidenceFile[],
): Promise<Result<{ isNew: boolean }, StepCode>> {
  return inTransaction(async (tx) => {
    const step = { householdId, itemId, actorId: actor.userId, evidence: { formId, files } };
    const noted = await noteStep(tx, { ...step, step: "sent" });
    if (!noted.ok || !noted.value.isNew) return noted;
    await recordAction(tx, {
      actor,
      action: "joining.send",
      subject: { kind: "household", id: householdId },
      after: { itemId, files },
    });
    return noted;
  });
}
