import { inArray } from "drizzle-orm";
import { transferClaims } from "~db/schema/payments-claims";
import type { Transaction } from "~/platform/db.server";

/**
 * That something was asked about these checkouts stays; the number of a transfer, the photo of a receipt and what was
 * answered in words do not. Answers the photos whose files are to go once this is committed.
 */
export async function forgetClaims(
  tx: Transaction,
  checkoutIds: readonly string[],
): Promise<string[]> {
  const isTheirs = inArray(transferClaims.checkoutId, [...checkoutIds]);
  const rows = await tx
    .select({ photo: transferClaims.photo })
    .from(transferClaims)
    .where(isTheirs)
    .limit(100_000); // at most ten of each checkout
  await tx
    .update(transferClaims)
    .set({ status: "closed", bankReference: "", photo: null, answer: null })
    .where(isTheirs);
  return rows.flatMap(({ photo }) => (photo ? [photo.id] : []));
}
