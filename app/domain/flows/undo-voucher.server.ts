import { postTransfer } from "~/domain/settlement/post-transfer.server";
import type { OrderRecord } from "~/domain/orders/types";
import type { Transaction } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { loadProgrammeAccount } from "./load-programme-account.server";

/** An order that was paid before it was sent fell through: its programme owes the share no more, and nobody else gets it. */
export async function undoVoucher(
  tx: Transaction,
  order: Pick<OrderRecord, "id" | "checkoutId" | "voucherVnd">,
): Promise<void> {
  if (order.voucherVnd === 0) return;
  await postTransfer(tx, {
    key: `order:${order.id}:voucher_undone`,
    debit: { kind: "buyer", ownerId: order.checkoutId },
    credit: await loadProgrammeAccount(tx, order.checkoutId),
    amountVnd: vnd(order.voucherVnd),
    reason: "voucher_undone",
    reference: { kind: "order", id: order.id },
  });
}
