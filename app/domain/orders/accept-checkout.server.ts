import { eq } from "drizzle-orm";
import { checkouts, orders } from "~db/schema/orders";
import type { Transaction } from "~/platform/db.server";
import { invariant } from "~/platform/invariant";
import { fail, succeed, type Result } from "~/platform/result";
import { transitionOrder } from "./transition-order.server";

/**
 * The money is there: the households may see their orders. Revives a checkout that had expired, too; the
 * caller has reserved the stock again.
 */
export async function acceptCheckout(
  tx: Transaction,
  input: { checkoutId: string; actorId: string | null },
): Promise<Result<null, "move_not_allowed">> {
  const [checkout] = await tx
    .select({ status: checkouts.status })
    .from(checkouts)
    .where(eq(checkouts.id, input.checkoutId))
    .limit(1);
  if (!checkout || checkout.status === "accepted") return fail("move_not_allowed");
  await tx.update(checkouts).set({ status: "accepted" }).where(eq(checkouts.id, input.checkoutId));
  const rows = await tx
    .select({ id: orders.id })
    .from(orders)
    .where(eq(orders.checkoutId, input.checkoutId));
  for (const { id } of rows) {
    const moved = await transitionOrder(tx, {
      orderId: id,
      to: "placed",
      reason: null,
      actorId: input.actorId,
    });
    invariant(moved.ok, "an order that does not stand where its checkout does");
  }
  return succeed(null);
}
