import { and, eq, isNull } from "drizzle-orm";
import { shipments } from "~db/schema/fulfilment";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";

/** The buyer has the parcel; the first time stands. */
export async function completeShipment(tx: Transaction, input: { orderId: string }): Promise<void> {
  await tx
    .update(shipments)
    .set({ deliveredAt: now() })
    .where(and(eq(shipments.orderId, input.orderId), isNull(shipments.deliveredAt)));
}
