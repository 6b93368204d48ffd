import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { releaseStock } from "~/domain/catalog/release-stock.server";
import { loadCheckout } from "~/domain/orders/queries-records.server";
import { closePayment } from "~/domain/payments/close-payment.server";
import { loadPayment } from "~/domain/payments/queries-records.server";
import { giveBackVoucher } from "~/domain/vouchers/give-back-voucher.server";
import { postTransfer } from "~/domain/settlement/post-transfer.server";
import type { Transaction } from "~/platform/db.server";
import { invariant, present } from "~/platform/invariant";

/**
 * What follows when a checkout ends before all of its money has come, moved there by the caller: its stock and its voucher
 * are given back, and what was paid in part is owed to the buyer.
 */
export async function unwindCheckout(
  tx: Transaction,
  actor: Actor,
  { checkoutId, to }: { checkoutId: string; to: "expired" | "cancelled" },
): Promise<void> {
  const checkout = present(await loadCheckout(tx, checkoutId), "a checkout that has just ended");
  const lines = checkout.orders.flatMap((order) => order.lineItems);
  await releaseStock(tx, { lineItemIds: lines.map((line) => line.id) });

  await giveBackVoucher(tx, checkoutId);
  const payment = present(await loadPayment(tx, checkoutId), "a checkout without its payment");
  const closed = await closePayment(tx, { paymentId: payment.id, to });
  invariant(closed.ok, "an unpaid checkout whose payment is not open");
  const { releasedVnd } = closed.value;
  if (releasedVnd > 0) {
    await postTransfer(tx, {
      key: `payment:${payment.id}:${to}`,
      debit: { kind: "buyer", ownerId: checkoutId },
      credit: { kind: "refund_due", ownerId: checkoutId },
      amountVnd: releasedVnd,
      reason: "order_refund_due",
      reference: { kind: "payment", id: payment.id },
    });
  }
  await recordAction(tx, {
    actor,
    action: to === "expired" ? "checkout.expire" : "checkout.cancel",
    subject: { kind: "checkout", id: checkoutId },
    before: { status: "awaiting_payment" },
    after: { status: to, refundDueVnd: releasedVnd },
  });
}
