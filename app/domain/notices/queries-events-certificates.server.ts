import { eq, inArray } from "drizzle-orm";
import { certificates, certificateSteps } from "~db/schema/certificates";
import { households } from "~db/schema/households";
import type { ReadDatabase } from "~/platform/db.server";
import { startOfDate } from "~/platform/period";
import { deadline } from "./notice-deadline";
import { deskEvent, ofHousehold, type Found } from "./queries-events-desk.server";

/** What officers decided about certificates; one that was confirmed ends one day. */
export async function loadCertificateSteps(db: ReadDatabase, ids: string[]): Promise<Found[]> {
  const rows = await db
    .select({
      step: certificateSteps,
      certificate: certificates,
      household: ofHousehold,
      householdName: households.name,
    })
    .from(certificateSteps)
    .innerJoin(certificates, eq(certificates.id, certificateSteps.certificateId))
    .innerJoin(households, eq(households.id, certificates.householdId))
    .where(inArray(certificateSteps.id, ids));
  return rows.map(({ step, certificate, ...of }) => {
    const { id, householdId, decisionNumber, expiresOn } = certificate;
    const found = deskEvent("household", {
      id: step.id,
      fromStatus: null,
      toStatus: `certificate_${step.step}`,
      // Of one that was confirmed it says where the officer had seen it.
      reason: step.step === "confirmed" ? null : step.reason,
      occurredAt: step.occurredAt,
      subjectId: householdId,
      name: of.householdName,
      ...of,
    });
    return {
      ...found,
      isSample: step.isSample,
      subjects: { ...found.subjects, certificate: id },
      names: { ...found.names, certificate: decisionNumber },
      deadlines: step.step === "confirmed" ? deadline("household", startOfDate(expiresOn)) : {},
    };
  });
}
