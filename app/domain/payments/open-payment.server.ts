import { payments } from "~db/schema/payments";
import { isPaidAtDoor, type PaymentMethod } from "~/domain/orders/payment-methods";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { insertRow } from "~/platform/insert-row.server";
import type { Vnd } from "~/platform/money";

/**
 * Opens the one payment of a new checkout, into the account that is ours today; throws when it has one.
 * Of which nothing is due, because a voucher pays all of it, it is paid at once. `reference` is the code that the buyer writes in the memo.
 */
export async function openPayment(
  tx: Transaction,
  input: { checkoutId: string; reference: string; method: PaymentMethod; dueVnd: Vnd },
): Promise<void> {
  const isPaid = input.dueVnd === 0;
  await insertRow(tx, payments, {
    id: newId("pay"),
    ...input,
    status: isPaid ? "paid" : isPaidAtDoor(input.method) ? "on_delivery" : "open",
    bankBin: settings().BANK_BIN,
    accountNumber: settings().BANK_ACCOUNT_NUMBER,
    openedAt: now(),
    paidAt: isPaid ? now() : null,
  });
}
