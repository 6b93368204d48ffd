import { eq } from "drizzle-orm";
import { checkouts } from "~db/schema/orders";
import type { Transaction } from "~/platform/db.server";
import type { PaymentMethod } from "./payment-methods";

/** Writes how a checkout is paid from now on; whether it may is the caller's to check. */
export async function changeMethod(
  tx: Transaction,
  { checkoutId, method }: { checkoutId: string; method: PaymentMethod },
): Promise<void> {
  await tx.update(checkouts).set({ method }).where(eq(checkouts.id, checkoutId));
}
