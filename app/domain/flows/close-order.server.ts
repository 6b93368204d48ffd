import type { Actor } from "~/domain/audit/actor";
import { releaseStock } from "~/domain/catalog/release-stock.server";
import { returnStock } from "~/domain/catalog/return-stock.server";
import type { Scope } from "~/domain/identity/scope";
import { isCashless } from "~/domain/orders/payment-methods";
import type { OrderRecord } from "~/domain/orders/types";
import { reduceDue } from "~/domain/payments/reduce-due.server";
import { postTransfer } from "~/domain/settlement/post-transfer.server";
import type { Transaction } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { fail, succeed, type Result } from "~/platform/result";
import { moveOrder, type MoveOrderCode } from "./move-order.server";

export type OrderClosure = {
  orderCode: string;
  /** `cancelled` before it was shipped, `refused` at the door. */
  to: "cancelled" | "refused";
  /** The buyer reads it; must not be blank when the household cancels. */
  reason: string;
};
export type CloseOrderCode = MoveOrderCode | "reason_required";

/**
 * An order ends without a sale. Held stock is free again, shipped stock goes back into its lot if that has not
 * expired. What was paid for it, shipping included, is owed to the buyer; at the door it is due no more.
 */
export async function closeOrder(
  actor: Actor,
  scope: Scope,
  closure: OrderClosure,
): Promise<Result<null, CloseOrderCode>> {
  const reason = closure.reason.trim();
  if (closure.to === "cancelled" && reason === "") return fail("reason_required");
  return moveOrder({
    actor,
    scope,
    orderCode: closure.orderCode,
    to: closure.to,
    reason: reason === "" ? null : reason,
    action: closure.to === "cancelled" ? "order.cancel" : "order.refuse",
    effects: async (tx, order) => {
      const lineItemIds = order.lineItems.map((line) => line.id);
      if (closure.to === "cancelled") await releaseStock(tx, { lineItemIds });
      else await returnStock(tx, { lineItemIds });
      if (isCashless(order.method)) await owePaidMoney(tx, order);
      else {
        const { checkoutId, totalVnd } = order;
        await reduceDue(tx, { checkoutId, amountVnd: vnd(totalVnd) });
      }
      return succeed(null);
    },
  });
}

async function owePaidMoney(tx: Transaction, order: OrderRecord) {
  await postTransfer(tx, {
    key: `order:${order.id}:refund`,
    debit: { kind: "buyer", ownerId: order.checkoutId },
    credit: { kind: "refund_due", ownerId: order.checkoutId },
    amountVnd: vnd(order.totalVnd),
    reason: "order_refund_due",
    reference: { kind: "order", id: order.id },
  });
}
