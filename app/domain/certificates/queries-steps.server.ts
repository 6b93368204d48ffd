import { and, desc, eq, isNull } from "drizzle-orm";
import { certificates, certificateSteps } from "~db/schema/certificates";
import { users } from "~db/schema/identity";
import { reader, type ReadDatabase } from "~/platform/db.server";
import type { EvidenceFile } from "./evidence-path";
import type { CertificateStepRow } from "./types";

const STEPS_SHOWN = 50;

/** The last 50 steps of a certificate, the newest first. */
export async function listSteps(
  certificateId: string,
  db: ReadDatabase = reader(),
): Promise<CertificateStepRow[]> {
  const rows = await db
    .select({ step: certificateSteps, actorName: users.fullName })
    .from(certificateSteps)
    .leftJoin(users, eq(users.id, certificateSteps.actorId))
    .where(eq(certificateSteps.certificateId, certificateId))
    .orderBy(desc(certificateSteps.id))
    .limit(STEPS_SHOWN);
  return rows.map(({ step, actorName }) => {
    const { id, reason, grade, ground, occurredAt, isSample, files } = step;
    const fileTypes = files.map((file) => file.type);
    return {
      id,
      step: step.step,
      reason,
      grade,
      ground,
      fileTypes,
      actorName,
      occurredAt,
      isSample,
    };
  });
}

/** A file of evidence by its step and its place there, counted from 1; null where there is none. */
export async function findEvidence(stepId: string, place: number, db: ReadDatabase = reader()) {
  const [row] = await db
    .select({
      certificateId: certificates.id,
      householdId: certificates.householdId,
      files: certificateSteps.files,
    })
    .from(certificateSteps)
    .innerJoin(certificates, eq(certificates.id, certificateSteps.certificateId))
    .where(and(eq(certificateSteps.id, stepId), isNull(certificates.removedAt)))
    .limit(1);
  const file = row?.files[place - 1];
  return row && file ? { ...row, file } : null;
}

/** The certificate that this form has sent, or null. */
export async function findStepOfForm(db: ReadDatabase, formId: string): Promise<string | null> {
  const [row] = await db
    .select({ certificateId: certificateSteps.certificateId })
    .from(certificateSteps)
    .where(eq(certificateSteps.formId, formId))
    .limit(1);
  return row?.certificateId ?? null;
}

/** The files that went with its last sending; none before the first. */
export async function listLastFiles(
  certificateId: string,
  db: ReadDatabase = reader(),
): Promise<EvidenceFile[]> {
  const [row] = await db
    .select({ files: certificateSteps.files })
    .from(certificateSteps)
    .where(
      and(eq(certificateSteps.certificateId, certificateId), eq(certificateSteps.step, "sent")),
    )
    .orderBy(desc(certificateSteps.id))
    .limit(1);
  return row?.files ?? [];
}
