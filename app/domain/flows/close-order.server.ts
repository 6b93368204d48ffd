import type { Actor } from "~/domain/audit/actor";
import { releaseStock } from "~/domain/catalog/release-stock.server";
import { returnStock } from "~/domain/catalog/return-stock.server";
import { dropCash } from "~/domain/orders/drop-cash.server";
import { lowerCash } from "~/domain/orders/lower-cash.server";
import { isPaidAtDoor } from "~/domain/orders/payment-methods";
import type { OrderRecord } from "~/domain/orders/types";
import { reduceDue } from "~/domain/payments/reduce-due.server";
import { postTransfer } from "~/domain/settlement/post-transfer.server";
import type { Transaction } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { fail, succeed, type Result } from "~/platform/result";
import { endReturn } from "./end-return.server";
import { restoreVoucher } from "./restore-voucher.server";
import { undoVoucher } from "./undo-voucher.server";
import { moveOrder, type MoveOrderCode, type Mover } from "./move-order.server";

export type OrderClosure = {
  orderCode: string;
  /** `cancelled` before it was shipped, `refused` at the door, `lost` on the way. */
  to: "cancelled" | "refused" | "lost";
  /** The other side reads it; must not be blank when the household cancels. */
  reason: string;
};
export type CloseOrderCode = MoveOrderCode | "reason_required";

/**
 * An order ends without a sale. Held stock is free again, shipped stock goes back into its lot if that has not
 * expired, lost stock is lost. What was paid for it, shipping included, is owed to the buyer; at the door it is due no more.
 */
export async function closeOrder(
  actor: Actor,
  mover: Mover,
  closure: OrderClosure,
): Promise<Result<null, CloseOrderCode>> {
  const reason = closure.reason.trim();
  const isExplained = reason !== "" || closure.to !== "cancelled" || mover.by !== "household";
  if (!isExplained) return fail("reason_required");
  return moveOrder({
    actor,
    mover,
    orderCode: closure.orderCode,
    to: closure.to,
    reason: reason === "" ? null : reason,
    action: ACTIONS[closure.to],
    effects: async (tx, order) => {
      await undoOrder(tx, order, closure.to);
      await endReturn(tx, actor, order);
      return succeed(null);
    },
  });
}

const ACTIONS = {
  cancelled: "order.cancel",
  refused: "order.refuse",
  lost: "order.lose",
} as const;

/** Stock, money and voucher of an order that has just ended without a sale. */
export async function undoOrder(
  tx: Transaction,
  order: OrderRecord,
  to: OrderClosure["to"],
): Promise<void> {
  const lineItemIds = order.lineItems.map((line) => line.id);
  if (to === "cancelled") await releaseStock(tx, { lineItemIds });
  if (to === "refused") await returnStock(tx, { lineItemIds });
  await (isPaidAtDoor(order.method) ? forgoAtDoor(tx, order) : owePaidMoney(tx, order));
  await restoreVoucher(tx, order);
}

const NOT_ON_ITS_WAY = ["placed", "confirmed", "packed"] as const;

/**
 * Nothing of it is due at the door any more. What came of it by transfer pays for the others of which nobody has told a
 * carrier yet what to collect, or is owed back.
 */
async function forgoAtDoor(tx: Transaction, order: OrderRecord) {
  const { checkoutId, totalVnd, voucherVnd, cashVnd } = order;
  const dueVnd = vnd(totalVnd - voucherVnd);
  if (dueVnd === 0) return;
  await dropCash(tx, order.id);
  const amountVnd = vnd(dueVnd - cashVnd);
  const releasedVnd = await lowerCash(tx, { checkoutId, amountVnd, among: NOT_ON_ITS_WAY });
  const due = { checkoutId, amountVnd: dueVnd, releasedVnd };
  const { paymentId } = await reduceDue(tx, due);
  if (releasedVnd === 0) return;
  await postTransfer(tx, {
    key: `order:${order.id}:refund`,
    debit: { kind: "buyer", ownerId: checkoutId },
    credit: { kind: "refund_due", ownerId: checkoutId },
    amountVnd: releasedVnd,
    reason: "order_refund_due",
    reference: { kind: "payment", id: paymentId },
  });
}

/** What a voucher paid of it goes back to its programme and not to the buyer: nobody makes money of a code. */
async function owePaidMoney(tx: Transaction, order: OrderRecord) {
  await undoVoucher(tx, order);
  const paidVnd = vnd(order.totalVnd - order.voucherVnd);
  if (paidVnd === 0) return;
  await postTransfer(tx, {
    key: `order:${order.id}:refund`,
    debit: { kind: "buyer", ownerId: order.checkoutId },
    credit: { kind: "refund_due", ownerId: order.checkoutId },
    amountVnd: paidVnd,
    reason: "order_refund_due",
    reference: { kind: "order", id: order.id },
  });
}
