import { eq } from "drizzle-orm";
import { checkouts } from "~db/schema/orders";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { transitionCheckout } from "./transition-checkout.server";

/** The buyer gives a checkout up before paying all of it; no money revives it. */
export async function cancelCheckout(
  tx: Transaction,
  input: { checkoutId: string; actorId: string | null },
): Promise<Result<null, "move_not_allowed">> {
  const [checkout] = await tx
    .select({ status: checkouts.status })
    .from(checkouts)
    .where(eq(checkouts.id, input.checkoutId))
    .limit(1);
  if (checkout?.status !== "awaiting_payment") return fail("move_not_allowed");
  await transitionCheckout(tx, { ...input, to: "cancelled" });
  return succeed(null);
}
