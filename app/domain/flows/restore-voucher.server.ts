import { hasFallenThrough } from "~/domain/orders/order-progress";
import { loadCheckout } from "~/domain/orders/queries-records.server";
import type { OrderRecord } from "~/domain/orders/types";
import { countsGivenBack, sumVoucherBack } from "~/domain/returns/queries-records.server";
import { giveBackVoucher } from "~/domain/vouchers/give-back-voucher.server";
import type { Transaction } from "~/platform/db.server";
import { present } from "~/platform/invariant";

/**
 * An order fell through, or goods came back: its buyer may use the code again once none of the checkout's orders is, or
 * becomes, a sale.
 */
export async function restoreVoucher(
  tx: Transaction,
  { checkoutId }: Pick<OrderRecord, "checkoutId">,
): Promise<void> {
  const checkout = present(await loadCheckout(tx, checkoutId), "an order without its checkout");
  if (checkout.voucherVnd === 0) return;
  for (const order of checkout.orders) if (await isSale(tx, order)) return;
  await giveBackVoucher(tx, checkoutId);
}

/** False for what fell through, and for what has come back whole, with all that its programme had paid of it. */
async function isSale(tx: Transaction, order: OrderRecord): Promise<boolean> {
  if (hasFallenThrough(order.status)) return false;
  const back = await countsGivenBack(tx, order.id);
  if (order.lineItems.some((line) => back.get(line.id) !== line.quantity)) return true;
  return (await sumVoucherBack(tx, order.id)) !== order.voucherVnd;
}
