import { eq } from "drizzle-orm";
import { payments } from "~db/schema/payments";
import type { Transaction } from "~/platform/db.server";
import { ZERO_VND, vnd, type Vnd } from "~/platform/money";
import { fail, succeed, type Result } from "~/platform/result";

/**
 * Nobody waits for this money any more: it did not come in time, or the buyer called the order off. What had come of
 * it is not applied to anything now: the caller posts `releasedVnd` as owed to the buyer in the same transaction. A late
 * transfer has to bring the whole amount, and for what was called off it is owed back.
 */
export async function closePayment(
  tx: Transaction,
  input: { paymentId: string; to: "expired" | "cancelled" },
): Promise<Result<{ releasedVnd: Vnd }, "move_not_allowed">> {
  const [payment] = await tx
    .select({ status: payments.status, capturedVnd: payments.capturedVnd })
    .from(payments)
    .where(eq(payments.id, input.paymentId))
    .limit(1);
  if (payment?.status !== "open" && payment?.status !== "partially_paid") {
    return fail("move_not_allowed");
  }
  await tx
    .update(payments)
    .set({ status: input.to, capturedVnd: ZERO_VND })
    .where(eq(payments.id, input.paymentId));
  return succeed({ releasedVnd: vnd(payment.capturedVnd) });
}
