import { eq } from "drizzle-orm";
import { orders } from "~db/schema/orders";
import type { Transaction } from "~/platform/db.server";

/** Nothing of this order is taken at the door any more: it fell through. */
export async function dropCash(tx: Transaction, orderId: string): Promise<void> {
  await tx.update(orders).set({ cashVnd: 0 }).where(eq(orders.id, orderId));
}
