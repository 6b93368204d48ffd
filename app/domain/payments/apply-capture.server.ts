import { eq, sql } from "drizzle-orm";
import { payments } from "~db/schema/payments";
import { isPaidAtDoor } from "~/domain/orders/payment-methods";
import { now } from "~/platform/clock.server";
import { builtOnce, changeBuiltOnce, type Transaction } from "~/platform/db.server";
import { invariant, present } from "~/platform/invariant";
import { sumVnd, type Vnd } from "~/platform/money";
import type { PaymentStatus } from "./payment-status";

/**
 * Adds money that has certainly come to what was captured for a payment; the caller posts the same amount to
 * the ledger in the same transaction. Throws on more than is due: the excess is no capture. Money after the
 * deadline revives an expired payment only when it completes it.
 * @returns the payment's new status
 */
export async function applyCapture(
  tx: Transaction,
  input: { paymentId: string; amountVnd: Vnd },
): Promise<PaymentStatus> {
  const [row] = await selectPayment(tx).execute({ paymentId: input.paymentId });
  const payment = present(row, "a capture without its payment");
  invariant(input.amountVnd >= 1, "a capture of nothing");
  const capturedVnd = sumVnd([payment.capturedVnd, input.amountVnd]);
  invariant(capturedVnd <= payment.dueVnd, "captured more than is due");
  const isComplete = capturedVnd === payment.dueVnd;
  invariant(isComplete || payment.status !== "expired", "part of the money for an expired payment");
  const partly = isPaidAtDoor(payment.method) ? "on_delivery" : "partially_paid";
  const status = isComplete ? "paid" : partly;
  await setCaptured(tx).execute({
    paymentId: payment.id,
    capturedVnd,
    status,
    paidAt: isComplete ? now() : null,
  });
  return status;
}

const selectPayment = builtOnce((db) =>
  db
    .select()
    .from(payments)
    .where(eq(payments.id, sql.placeholder("paymentId")))
    .limit(1)
    .prepare(),
);

const setCaptured = changeBuiltOnce((tx) =>
  tx
    .update(payments)
    .set({
      capturedVnd: sql`${sql.placeholder("capturedVnd")}`,
      status: sql`${sql.placeholder("status")}`,
      paidAt: sql`${sql.placeholder("paidAt")}`,
    })
    .where(eq(payments.id, sql.placeholder("paymentId")))
    .prepare(),
);
