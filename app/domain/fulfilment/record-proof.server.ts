import { eq } from "drizzle-orm";
import { shipments } from "~db/schema/fulfilment";
import type { DeliveryProof } from "~/domain/orders/delivery-proof";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

export type RecordProofCode = "proof_too_early" | "proof_recorded";

/** Who took the parcel of an order, and its photo: once. The same form sent twice records one proof. */
export async function recordProof(
  tx: Transaction,
  { orderId, proof }: { orderId: string; proof: DeliveryProof },
): Promise<Result<{ isNew: boolean }, RecordProofCode>> {
  const [shipment] = await tx
    .select({ id: shipments.id, proof: shipments.proof })
    .from(shipments)
    .where(eq(shipments.orderId, orderId))
    .limit(1);
  if (!shipment) return fail("proof_too_early");
  if (shipment.proof?.id === proof.id) return succeed({ isNew: false });
  if (shipment.proof) return fail("proof_recorded");
  await tx.update(shipments).set({ proof }).where(eq(shipments.id, shipment.id));
  return succeed({ isNew: true });
}
