import { eq } from "drizzle-orm";
import { orders } from "~db/schema/orders";
import type { Transaction } from "~/platform/db.server";

/** Stops what would move the order by itself, or starts it anew: somebody has said that the parcel never came. */
export async function setOrderClock(
  tx: Transaction,
  { orderId, clockAt }: { orderId: string; clockAt: number | null },
): Promise<void> {
  await tx.update(orders).set({ clockAt }).where(eq(orders.id, orderId));
}
