import { eq } from "drizzle-orm";
import { checkouts } from "~db/schema/orders";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { transitionCheckout } from "./transition-checkout.server";

/** The deadline has passed without all of the money: the checkout and its orders expire. */
export async function expireCheckout(
  tx: Transaction,
  input: { checkoutId: string; actorId: string | null },
): Promise<Result<null, "move_not_allowed">> {
  const [checkout] = await tx
    .select({ status: checkouts.status, payBy: checkouts.payBy })
    .from(checkouts)
    .where(eq(checkouts.id, input.checkoutId))
    .limit(1);
  if (checkout?.status !== "awaiting_payment") return fail("move_not_allowed");
  if (checkout.payBy === null || checkout.payBy > now()) return fail("move_not_allowed");
  await transitionCheckout(tx, { ...input, to: "expired" });
  return succeed(null);
}
