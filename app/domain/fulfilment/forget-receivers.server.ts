import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { shipments } from "~db/schema/fulfilment";
import type { Transaction } from "~/platform/db.server";

/**
 * That these parcels were handed over stays on record; who took them, and the photo, do not. Answers the photos whose
 * files are to go once this is committed.
 */
export async function forgetReceivers(
  tx: Transaction,
  orderIds: readonly string[],
): Promise<string[]> {
  const rows = await tx
    .select({ id: shipments.id, proof: shipments.proof })
    .from(shipments)
    .where(and(inArray(shipments.orderId, [...orderIds]), isNotNull(shipments.proof)))
    .limit(Math.max(orderIds.length, 1));
  const photoIds: string[] = [];
  for (const { id, proof } of rows) {
    if (!proof) continue;
    if (proof.photo) photoIds.push(proof.photo.id);
    const bare = { ...proof, receivedBy: "", photo: null };
    await tx.update(shipments).set({ proof: bare }).where(eq(shipments.id, id));
  }
  return photoIds;
}
