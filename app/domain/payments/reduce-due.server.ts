import { eq } from "drizzle-orm";
import { payments } from "~db/schema/payments";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { invariant, present } from "~/platform/invariant";
import type { Vnd } from "~/platform/money";
import type { PaymentStatus } from "./payment-status";

/**
 * Takes an order that fell through off what is due at the door. When all the rest was captured the payment is
 * paid; when there is no rest it expires and keeps the amount, which is never 0. Throws on a payment that is
 * not collected at the door any more, and on less than what was captured.
 * @returns the payment's new status
 */
export async function reduceDue(
  tx: Transaction,
  input: { checkoutId: string; amountVnd: Vnd },
): Promise<PaymentStatus> {
  const { checkoutId, amountVnd } = input;
  const [row] = await tx
    .select()
    .from(payments)
    .where(eq(payments.checkoutId, checkoutId))
    .limit(1);
  const payment = present(row, "an order without its payment");
  invariant(payment.status === "on_delivery", "nothing is due at the door");
  invariant(amountVnd >= 1, "a reduction by nothing");
  const dueVnd = payment.dueVnd - amountVnd;
  invariant(dueVnd >= payment.capturedVnd, "less is due than was captured");
  if (dueVnd === 0) {
    await tx.update(payments).set({ status: "expired" }).where(eq(payments.id, payment.id));
    return "expired";
  }
  const isComplete = dueVnd === payment.capturedVnd;
  const status = isComplete ? "paid" : "on_delivery";
  await tx
    .update(payments)
    .set({ dueVnd, status, paidAt: isComplete ? now() : null })
    .where(eq(payments.id, payment.id));
  return status;
}
