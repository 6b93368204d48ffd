import { eq, sql } from "drizzle-orm";
import { checkouts } from "~db/schema/orders";
import { builtOnce, type Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import type { CheckoutStatus } from "./order-status";
import { transitionCheckout } from "./transition-checkout.server";

/**
 * The money is there: the households may see their orders. Revives a checkout that had expired, too; the
 * caller has reserved the stock again.
 */
export async function acceptCheckout(
  tx: Transaction,
  input: { checkoutId: string; actorId: string | null },
): Promise<Result<{ before: CheckoutStatus }, "move_not_allowed">> {
  const [checkout] = await selectStatus(tx).execute({ checkoutId: input.checkoutId });
  if (checkout?.status !== "awaiting_payment" && checkout?.status !== "expired") {
    return fail("move_not_allowed");
  }
  await transitionCheckout(tx, { ...input, to: "accepted" });
  return succeed({ before: checkout.status });
}

const selectStatus = builtOnce((db) =>
  db
    .select({ status: checkouts.status })
    .from(checkouts)
    .where(eq(checkouts.id, sql.placeholder("checkoutId")))
    .limit(1)
    .prepare(),
);
