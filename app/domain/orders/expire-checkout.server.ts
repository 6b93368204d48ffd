import { eq } from "drizzle-orm";
import { checkouts, orders } from "~db/schema/orders";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { invariant } from "~/platform/invariant";
import { fail, succeed, type Result } from "~/platform/result";
import { transitionOrder } from "./transition-order.server";

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
  await tx.update(checkouts).set({ status: "expired" }).where(eq(checkouts.id, input.checkoutId));
  const rows = await tx
    .select({ id: orders.id })
    .from(orders)
    .where(eq(orders.checkoutId, input.checkoutId));
  for (const { id } of rows) {
    const moved = await transitionOrder(tx, {
      orderId: id,
      to: "expired",
      reason: null,
      actorId: input.actorId,
    });
    invariant(moved.ok, "an order that does not stand where its checkout does");
  }
  return succeed(null);
}
