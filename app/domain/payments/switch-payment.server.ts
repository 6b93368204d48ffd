import { eq, sql } from "drizzle-orm";
import { payments } from "~db/schema/payments";
import { isPaidAtDoor, type PaymentMethod } from "~/domain/orders/payment-methods";
import type { Transaction } from "~/platform/db.server";

/**
 * The payment of a checkout is made otherwise from now on. One that waited for money before shipping is due on delivery
 * when the new way is paid at the door.
 */
export async function switchPayment(
  tx: Transaction,
  { paymentId, method }: { paymentId: string; method: PaymentMethod },
): Promise<void> {
  const status = isPaidAtDoor(method)
    ? sql`case ${payments.status} when 'open' then 'on_delivery' else ${payments.status} end`
    : payments.status;
  await tx
    .update(payments)
    .set({ method, status: sql`${status}` })
    .where(eq(payments.id, paymentId));
}
