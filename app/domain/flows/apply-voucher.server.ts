import { postTransfer } from "~/domain/settlement/post-transfer.server";
import type { OrderRecord } from "~/domain/orders/types";
import type { Transaction } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { loadProgrammeAccount } from "./load-programme-account.server";

/**
 * A programme owes its share of an order from now on; it lies with the buyer's money until the order is settled. Paid before
 * it was sent this is when all of the money is there, at the door when it is delivered: before that nobody has paid.
 */
export async function applyVoucher(
  tx: Transaction,
  order: Pick<OrderRecord, "id" | "checkoutId" | "voucherVnd">,
): Promise<void> {
  if (order.voucherVnd === 0) return;
  await postTransfer(tx, {
    key: `order:${order.id}:voucher`,
    debit: await loadProgrammeAccount(tx, order.checkoutId),
    credit: { kind: "buyer", ownerId: order.checkoutId },
    amountVnd: vnd(order.voucherVnd),
    reason: "voucher_applied",
    reference: { kind: "order", id: order.id },
  });
}
