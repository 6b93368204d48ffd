import type { OrderStatus } from "~/domain/orders/order-status";

/** What somebody should be told after a commit; each kind is an outbox message with itself as its payload. */
export type Notice =
  | { kind: "order.placed"; orderCode: string; householdId: string } // to the household: prepare it
  | { kind: "order.moved"; orderCode: string; status: OrderStatus } // to the buyer
  | { kind: "refund.due"; checkoutCode: string; causeId: string } // to the staff and the buyer
  | { kind: "bank_transaction.conflict"; bankTransactionId: string; contentHash: string }; // to the staff

export const NOTICE_KINDS = [
  "order.placed",
  "order.moved",
  "refund.due",
  "bank_transaction.conflict",
] as const satisfies readonly Notice["kind"][];

/** Names the fact, so that it is told once. */
export function noticeKey(notice: Notice): string {
  switch (notice.kind) {
    case "order.placed":
      return `${notice.kind}:${notice.orderCode}`;
    case "order.moved":
      return `${notice.kind}:${notice.orderCode}:${notice.status}`;
    case "refund.due":
      return `${notice.kind}:${notice.causeId}`;
    case "bank_transaction.conflict":
      return `${notice.kind}:${notice.bankTransactionId}:${notice.contentHash}`;
  }
}
