import { and, count, eq, isNull, notInArray } from "drizzle-orm";
import { certificates } from "~db/schema/certificates";
import { certificateProducts } from "~db/schema/certificates-products";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { isEditable } from "./certificate-status";
import type { CertificateForm } from "./forms";
import { areProductsOf } from "./queries-renewal.server";

/** So many of a household may be unfinished at a time: begun, waiting, sent back or taken back. */
const UNFINISHED_MAX = 40;

export type WriteCertificateCode =
  | "certificate_not_found"
  | "certificate_step_not_allowed"
  | "certificate_product_unknown"
  | "certificates_full";

type Row = typeof certificates.$inferSelect;
export type WrittenCertificate = { before: Row | null };

/** Keeps what a household states of a certificate, as a draft or in the place of what it had stated before. */
export async function writeCertificate(
  tx: Transaction,
  { householdId, form }: { householdId: string; form: CertificateForm },
): Promise<Result<WrittenCertificate, WriteCertificateCode>> {
  const { certificateId: id, renewsId, productIds, ...words } = form;
  const [before] = await tx.select().from(certificates).where(eq(certificates.id, id)).limit(1);
  if (before && (before.householdId !== householdId || before.removedAt !== null)) {
    return fail("certificate_not_found");
  }
  if (before && !isEditable(before.status)) return fail("certificate_step_not_allowed");
  if (!(await areProductsOf(tx, householdId, productIds)))
    return fail("certificate_product_unknown");
  if (before) {
    await tx.update(certificates).set(words).where(eq(certificates.id, id));
    await tx.delete(certificateProducts).where(eq(certificateProducts.certificateId, id));
  } else {
    if (await isFull(tx, householdId)) return fail("certificates_full");
    if (renewsId !== null && !(await isRenewable(tx, householdId, renewsId))) {
      return fail("certificate_not_found");
    }
    const status = "draft" as const;
    await tx
      .insert(certificates)
      .values({ id, householdId, renewsId, status, createdAt: now(), ...words });
  }
  await tx
    .insert(certificateProducts)
    .values(productIds.map((productId) => ({ certificateId: id, productId })));
  return succeed({ before: before ?? null });
}

async function isFull(tx: Transaction, householdId: string): Promise<boolean> {
  const [row] = await tx
    .select({ found: count() })
    .from(certificates)
    .where(
      and(
        eq(certificates.householdId, householdId),
        notInArray(certificates.status, ["confirmed", "revoked"]),
        isNull(certificates.removedAt),
      ),
    );
  return (row?.found ?? 0) >= UNFINISHED_MAX;
}

/** Only what was confirmed once can be followed by another. */
async function isRenewable(tx: Transaction, householdId: string, renewsId: string) {
  const [row] = await tx
    .select({ householdId: certificates.householdId, status: certificates.status })
    .from(certificates)
    .where(eq(certificates.id, renewsId))
    .limit(1);
  return row?.householdId === householdId && row.status === "confirmed";
}
