import { hasFallenThrough } from "~/domain/orders/order-progress";
import { loadCheckout } from "~/domain/orders/queries-records.server";
import type { OrderRecord } from "~/domain/orders/types";
import { giveBackVoucher } from "~/domain/vouchers/give-back-voucher.server";
import type { Transaction } from "~/platform/db.server";
import { present } from "~/platform/invariant";

/** An order fell through: its buyer may use the code again once none of the checkout's orders is, or becomes, a sale. */
export async function restoreVoucher(
  tx: Transaction,
  { checkoutId }: Pick<OrderRecord, "checkoutId">,
): Promise<void> {
  const checkout = present(await loadCheckout(tx, checkoutId), "an order without its checkout");
  if (checkout.voucherVnd === 0) return;
  if (checkout.orders.every(({ status }) => hasFallenThrough(status))) {
    await giveBackVoucher(tx, checkoutId);
  }
}
