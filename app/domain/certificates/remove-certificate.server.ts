import { and, eq } from "drizzle-orm";
import { certificates, certificateSteps } from "~db/schema/certificates";
import { certificateProducts } from "~db/schema/certificates-products";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { isEditable, type CertificateStatus } from "./certificate-status";
import type { EvidenceFile } from "./evidence-path";

export type RemoveCertificateCode = "certificate_not_found" | "certificate_step_not_allowed";
export type RemovedCertificate = {
  /** False when it was gone already: nothing was written. */
  isNew: boolean;
  status: CertificateStatus;
  decisionNumber: string;
  /** Which it was for. */
  productIds: string[];
  /** All evidence that was ever sent of it. */
  files: EvidenceFile[];
};

/**
 * A household takes a certificate away that neither waits nor was decided for good. What was done about it stays on record;
 * its products are free of it.
 */
export async function removeCertificate(
  tx: Transaction,
  scope: Scope,
  certificateId: string,
): Promise<Result<RemovedCertificate, RemoveCertificateCode>> {
  const [known] = await tx
    .select()
    .from(certificates)
    .where(eq(certificates.id, certificateId))
    .limit(1);
  if (!known || !isInScope(scope, known.householdId)) return fail("certificate_not_found");
  const { status, decisionNumber } = known;
  if (known.removedAt !== null) {
    return succeed({ isNew: false, status, decisionNumber, productIds: [], files: [] });
  }
  if (!isEditable(status)) return fail("certificate_step_not_allowed");
  const sent = await tx
    .select({ files: certificateSteps.files })
    .from(certificateSteps)
    .where(
      and(eq(certificateSteps.certificateId, certificateId), eq(certificateSteps.step, "sent")),
    );
  // A sending without new files took those of the one before along.
  const files = new Map(sent.flatMap((one) => one.files).map((file) => [file.id, file]));
  const freed = await tx
    .delete(certificateProducts)
    .where(eq(certificateProducts.certificateId, certificateId))
    .returning({ id: certificateProducts.productId });
  const productIds = freed.map(({ id }) => id).toSorted();
  await tx.update(certificates).set({ removedAt: now() }).where(eq(certificates.id, certificateId));
  return succeed({
    isNew: true,
    status,
    decisionNumber,
    productIds,
    files: [...files.values()],
  });
}
