import { setCertificate } from "~/domain/catalog/set-certificate.server";
import {
  findNewestConfirmed,
  listCertifiedProducts,
} from "~/domain/certificates/queries-renewal.server";
import type { Transaction } from "~/platform/db.server";

/**
 * Lets each product of a certificate show the newest one that is confirmed for it. Where none is left, it goes on naming
 * the one that was revoked, which shows no stars and tells who asks for a lot's papers why.
 */
export async function settleStars(tx: Transaction, certificateId: string): Promise<void> {
  for (const { id: productId } of await listCertifiedProducts(tx, certificateId)) {
    const newest = await findNewestConfirmed(tx, productId);
    if (newest !== null) await setCertificate(tx, { productId, certificateId: newest });
  }
}
