import { eq } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import type { Transaction } from "~/platform/db.server";

/** Which certificate a product shows as long as it is valid: on the row that every sale reads anyway. */
export async function setCertificate(
  tx: Transaction,
  { productId, certificateId }: { productId: string; certificateId: string },
): Promise<void> {
  await tx.update(products).set({ certificateId }).where(eq(products.id, productId));
}
