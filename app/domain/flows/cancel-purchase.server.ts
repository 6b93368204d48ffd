import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { cancelCheckout } from "~/domain/orders/cancel-checkout.server";
import { findCheckoutId } from "~/domain/orders/queries-records.server";
import { inTransaction } from "~/platform/db.server";
import { errorFields, logger } from "~/platform/logger.server";
import { fail, succeed, type Result } from "~/platform/result";
import { endCardSession } from "./end-card-session.server";
import { unwindCheckout } from "./unwind-checkout.server";

/**
 * A buyer gives up what they have not paid, or only in part: all orders of the checkout, because they are paid as one.
 * The caller has checked the key of its address. Money that comes later is owed back. A card's session is ended where its
 * provider answers; otherwise the timer does it.
 */
export async function cancelPurchase(
  actor: Actor,
  { checkoutCode }: { checkoutCode: string },
): Promise<Result<null, "order_not_found" | "move_not_allowed">> {
  const done = await inTransaction(async (tx) => {
    const found = await findCheckoutId(tx, checkoutCode);
    if (!found) return fail("order_not_found");
    if (found.status === "cancelled") return succeed(found.id);
    const cancelled = await cancelCheckout(tx, { checkoutId: found.id, actorId: actorIdOf(actor) });
    if (!cancelled.ok) return cancelled;
    await unwindCheckout(tx, actor, { checkoutId: found.id, to: "cancelled" });
    return succeed(found.id);
  });
  if (!done.ok) return done;
  try {
    await endCardSession(done.value);
  } catch (error) {
    // It is cancelled whatever comes of this.
    logger.error("a card's session was not ended", { checkoutCode, ...errorFields(error) });
  }
  return succeed(null);
}
