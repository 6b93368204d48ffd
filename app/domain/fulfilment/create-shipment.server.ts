import { eq } from "drizzle-orm";
import { shipments } from "~db/schema/fulfilment";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";

/** The parcel of an order goes on its way; an order has one, and the first stands. */
export async function createShipment(
  tx: Transaction,
  input: { orderId: string; carrier: string; trackingCode: string },
): Promise<void> {
  const known = await tx
    .select({ id: shipments.id })
    .from(shipments)
    .where(eq(shipments.orderId, input.orderId))
    .limit(1);
  if (known.length > 0) return;
  await tx.insert(shipments).values({ id: newId("shp"), ...input, shippedAt: now() });
}
