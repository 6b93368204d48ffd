import { eq } from "drizzle-orm";
import { shipments } from "~db/schema/fulfilment";
import type { Transaction } from "~/platform/db.server";
import { present } from "~/platform/invariant";

export type Parcel = { carrier: string; trackingCode: string };

/** Says otherwise who brings the parcel of an order that is on its way, and under which code; answers what stood there. */
export async function changeParcel(
  tx: Transaction,
  { orderId, ...parcel }: Parcel & { orderId: string },
): Promise<Parcel> {
  const [before] = await tx
    .select({ carrier: shipments.carrier, trackingCode: shipments.trackingCode })
    .from(shipments)
    .where(eq(shipments.orderId, orderId))
    .limit(1);
  await tx.update(shipments).set(parcel).where(eq(shipments.orderId, orderId));
  return present(before, `order ${orderId} was not shipped`);
}
