import { eq, sql } from "drizzle-orm";
import { checkouts, orders } from "~db/schema/orders";
import type { Transaction } from "~/platform/db.server";

/** All of a checkout, less what a voucher pays, is to be taken at the door: it has no deadline any more. The caller accepts it. */
export async function oweAtDoor(tx: Transaction, checkoutId: string): Promise<void> {
  await tx.update(checkouts).set({ payBy: null }).where(eq(checkouts.id, checkoutId));
  await tx
    .update(orders)
    .set({ cashVnd: sql`${orders.totalVnd} - ${orders.voucherVnd}` })
    .where(eq(orders.checkoutId, checkoutId));
}
