import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { acceptCheckout } from "~/domain/orders/accept-checkout.server";
import { closeClaims } from "~/domain/payments/close-claims.server";
import type { Transaction } from "~/platform/db.server";
import { invariant } from "~/platform/invariant";

/** All of the money is there: the orders go to their households. */
export async function acceptPaidCheckout(
  tx: Transaction,
  actor: Actor,
  checkoutId: string,
): Promise<void> {
  const accepted = await acceptCheckout(tx, { checkoutId, actorId: actorIdOf(actor), by: "money" });
  invariant(accepted.ok, "a paid checkout was accepted before");
  await closeClaims(tx, checkoutId);
  await recordAction(tx, {
    actor,
    action: "checkout.accept",
    subject: { kind: "checkout", id: checkoutId },
    before: { status: accepted.value.before },
    after: { status: "accepted" },
  });
}
