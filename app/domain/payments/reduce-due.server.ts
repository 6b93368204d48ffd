import { eq } from "drizzle-orm";
import { payments } from "~db/schema/payments";
import { isPaidAtDoor } from "~/domain/orders/payment-methods";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { invariant, present } from "~/platform/invariant";
import type { Vnd } from "~/platform/money";
import type { PaymentStatus } from "./payment-status";

/**
 * Takes an order that fell through off what is due at the door, and out of what was captured `releasedVnd` that no
 * other order has a use for; the caller posts the same as owed to the buyer. When all the rest was captured the payment
 * is paid; when there is no rest it expires and keeps the amount, which is never 0. Throws on a payment that is
 * not of the door, and on less than what stays captured.
 */
export async function reduceDue(
  tx: Transaction,
  input: { checkoutId: string; amountVnd: Vnd; releasedVnd: Vnd },
): Promise<{ paymentId: string; status: PaymentStatus }> {
  const { checkoutId, amountVnd, releasedVnd } = input;
  const [row] = await tx
    .select()
    .from(payments)
    .where(eq(payments.checkoutId, checkoutId))
    .limit(1);
  const payment = present(row, "an order without its payment");
  const isOfDoor = payment.status === "on_delivery" || payment.status === "paid";
  invariant(isOfDoor && isPaidAtDoor(payment.method), "nothing is due at the door");
  invariant(amountVnd >= 1, "a reduction by nothing");
  const dueVnd = payment.dueVnd - amountVnd;
  const capturedVnd = payment.capturedVnd - releasedVnd;
  invariant(dueVnd >= capturedVnd && capturedVnd >= 0, "less is due than was captured");
  const isComplete = dueVnd === capturedVnd;
  const status = dueVnd === 0 ? "expired" : isComplete ? "paid" : "on_delivery";
  await tx
    .update(payments)
    .set({
      dueVnd: dueVnd === 0 ? payment.dueVnd : dueVnd,
      capturedVnd,
      status,
      paidAt: status === "paid" ? (payment.paidAt ?? now()) : null,
    })
    .where(eq(payments.id, payment.id));
  return { paymentId: payment.id, status };
}
