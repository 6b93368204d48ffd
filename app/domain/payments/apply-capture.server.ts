import { and, eq, sql } from "drizzle-orm";
import { payments } from "~db/schema/payments";
import { isPaidAtDoor } from "~/domain/orders/payment-methods";
import { now } from "~/platform/clock.server";
import { changeBuiltOnce, type Transaction } from "~/platform/db.server";
import { invariant } from "~/platform/invariant";
import { sumVnd, type Vnd } from "~/platform/money";
import type { PaymentStatus } from "./payment-status";
import type { PaymentRecord } from "./types";

/**
 * Adds money that has certainly come to what was captured for a payment; the caller posts the same amount to
 * the ledger in the same transaction. Throws on more than is due: the excess is no capture. Money after the
 * deadline revives an expired payment only when it completes it.
 * @param payment as it stands in this transaction
 * @returns the payment's new status
 */
export async function applyCapture(
  tx: Transaction,
  payment: PaymentRecord,
  amountVnd: Vnd,
): Promise<PaymentStatus> {
  invariant(amountVnd >= 1, "a capture of nothing");
  const capturedVnd = sumVnd([payment.capturedVnd, amountVnd]);
  invariant(capturedVnd <= payment.dueVnd, "captured more than is due");
  const isComplete = capturedVnd === payment.dueVnd;
  invariant(isComplete || payment.status !== "expired", "part of the money for an expired payment");
  const partly = isPaidAtDoor(payment.method) ? "on_delivery" : "partially_paid";
  const status = isComplete ? "paid" : partly;
  const changed = await setCaptured(tx).execute({
    paymentId: payment.id,
    beforeVnd: payment.capturedVnd,
    capturedVnd,
    status,
    paidAt: isComplete ? now() : null,
  });
  invariant(changed.length === 1, "a capture for a payment that has changed since it was read");
  return status;
}

const setCaptured = changeBuiltOnce((tx) =>
  tx
    .update(payments)
    .set({
      capturedVnd: sql`${sql.placeholder("capturedVnd")}`,
      status: sql`${sql.placeholder("status")}`,
      paidAt: sql`${sql.placeholder("paidAt")}`,
    })
    .where(
      and(
        eq(payments.id, sql.placeholder("paymentId")),
        eq(payments.capturedVnd, sql.placeholder("beforeVnd")),
      ),
    )
    .returning({ id: payments.id })
    .prepare(),
);
