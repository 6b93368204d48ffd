import { loadCheckout } from "~/domain/orders/queries-records.server";
import { giveBackVoucher } from "~/domain/vouchers/give-back-voucher.server";
import { findUse, mayTakeAgain } from "~/domain/vouchers/queries-records.server";
import { takeVoucher } from "~/domain/vouchers/take-voucher.server";
import type { Transaction } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { reviveStock } from "./revive-stock.server";

/** Holds the stock of an expired checkout again and uses its voucher again, both or neither; false when one is gone. */
export async function reviveCheckout(tx: Transaction, checkoutId: string): Promise<boolean> {
  if (!(await retakeVoucher(tx, checkoutId))) return false;
  if (await reviveStock(tx, checkoutId)) return true;
  await giveBackVoucher(tx, checkoutId);
  return false;
}

async function retakeVoucher(tx: Transaction, checkoutId: string): Promise<boolean> {
  const use = await findUse(tx, checkoutId);
  if (use === null) return true;
  const { programmeId, amountVnd } = use;
  const checkout = present(await loadCheckout(tx, checkoutId), "a payment without its checkout");
  const { buyerPhone } = checkout;
  if (!(await mayTakeAgain(tx, { programmeId, checkoutId, buyerPhone }))) return false;
  return (await takeVoucher(tx, { programmeId, checkoutId, amountVnd })).ok;
}
