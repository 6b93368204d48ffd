import { eq } from "drizzle-orm";
import { payments } from "~db/schema/payments";
import { isCashless, type PaymentMethod } from "~/domain/orders/payment-methods";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import type { Vnd } from "~/platform/money";

/**
 * Opens the one payment of a checkout, into the account that is ours today; answers its id. A second call
 * answers the first. `reference` is the code that the buyer writes in the memo.
 */
export async function openPayment(
  tx: Transaction,
  input: { checkoutId: string; reference: string; method: PaymentMethod; dueVnd: Vnd },
): Promise<string> {
  const [known] = await tx
    .select({ id: payments.id })
    .from(payments)
    .where(eq(payments.checkoutId, input.checkoutId))
    .limit(1);
  if (known) return known.id;
  const id = newId("pay");
  await tx.insert(payments).values({
    id,
    ...input,
    status: isCashless(input.method) ? "open" : "on_delivery",
    bankBin: settings().BANK_BIN,
    accountNumber: settings().BANK_ACCOUNT_NUMBER,
    openedAt: now(),
  });
  return id;
}
