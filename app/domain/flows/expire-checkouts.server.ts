import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { releaseStock } from "~/domain/catalog/release-stock.server";
import { expireCheckout } from "~/domain/orders/expire-checkout.server";
import { listDueCheckoutIds, loadCheckout } from "~/domain/orders/queries-records.server";
import { expirePayment } from "~/domain/payments/expire-payment.server";
import { loadPayment } from "~/domain/payments/queries-records.server";
import { postTransfer } from "~/domain/settlement/post-transfer.server";
import { now } from "~/platform/clock.server";
import { inTransaction, reader, type Transaction } from "~/platform/db.server";
import { invariant, present } from "~/platform/invariant";
import { succeed, type Result } from "~/platform/result";

const BATCH_SIZE = 50;

/**
 * Expires checkouts whose deadline has passed: stock given back, what was paid in part owed to the buyer.
 * At most 50 a call, the longest overdue first, each in a transaction of its own so that buyers are not kept
 * waiting; call again while a batch is full.
 */
export async function expireCheckouts(
  actor: Actor,
): Promise<Result<{ expiredCount: number; isBatchFull: boolean }>> {
  const due = await listDueCheckoutIds(reader(), { atInstant: now(), limit: BATCH_SIZE });
  let expiredCount = 0;
  for (const checkoutId of due) {
    if (await inTransaction((tx) => expireOne(tx, actor, checkoutId))) expiredCount += 1;
  }
  return succeed({ expiredCount, isBatchFull: due.length === BATCH_SIZE });
}

/** False when the money came in the meantime. */
async function expireOne(tx: Transaction, actor: Actor, checkoutId: string): Promise<boolean> {
  const expired = await expireCheckout(tx, { checkoutId, actorId: actorIdOf(actor) });
  if (!expired.ok) return false;
  const checkout = present(await loadCheckout(tx, checkoutId), "a checkout that has just expired");
  const lines = checkout.orders.flatMap((order) => order.lineItems);
  await releaseStock(tx, { lineItemIds: lines.map((line) => line.id) });

  const payment = present(await loadPayment(tx, checkoutId), "a checkout without its payment");
  const released = await expirePayment(tx, { paymentId: payment.id });
  invariant(released.ok, "an unpaid checkout whose payment is not open");
  const { releasedVnd } = released.value;
  if (releasedVnd > 0) {
    await postTransfer(tx, {
      key: `payment:${payment.id}:expired`,
      debit: { kind: "buyer", ownerId: checkoutId },
      credit: { kind: "refund_due", ownerId: checkoutId },
      amountVnd: releasedVnd,
      reason: "order_refund_due",
      reference: { kind: "payment", id: payment.id },
    });
  }
  await recordAction(tx, {
    actor,
    action: "checkout.expire",
    subject: { kind: "checkout", id: checkoutId },
    before: { status: "awaiting_payment" },
    after: { status: "expired", refundDueVnd: releasedVnd },
  });
  return true;
}
