import { eq, sql } from "drizzle-orm";
import { checkouts } from "~db/schema/orders";
import { builtOnce, type Transaction } from "~/platform/db.server";
import { vnd, type Vnd } from "~/platform/money";
import { fail, succeed, type Result } from "~/platform/result";
import type { CheckoutStatus } from "./order-status";
import { transitionCheckout } from "./transition-checkout.server";

/** Where it stood, and what of it a programme's voucher pays. */
type AcceptedCheckout = { before: CheckoutStatus; voucherVnd: Vnd };

/**
 * The money is there, or the buyer will pay at the door: the households may see their orders. Revives a checkout that
 * had expired, too; the caller has reserved the stock again.
 */
export async function acceptCheckout(
  tx: Transaction,
  input: { checkoutId: string; actorId: string | null; by: "money" | "buyer" },
): Promise<Result<AcceptedCheckout, "move_not_allowed">> {
  const [checkout] = await selectCheckout(tx).execute({ checkoutId: input.checkoutId });
  if (checkout?.status !== "awaiting_payment" && checkout?.status !== "expired") {
    return fail("move_not_allowed");
  }
  const { by, ...move } = input;
  await transitionCheckout(tx, { ...move, to: by === "buyer" ? "accepted_by_buyer" : "accepted" });
  return succeed({ before: checkout.status, voucherVnd: vnd(checkout.voucherVnd) });
}

const selectCheckout = builtOnce((db) =>
  db
    .select({ status: checkouts.status, voucherVnd: checkouts.voucherVnd })
    .from(checkouts)
    .where(eq(checkouts.id, sql.placeholder("checkoutId")))
    .limit(1)
    .prepare(),
);
