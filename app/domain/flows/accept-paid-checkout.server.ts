import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { acceptCheckout } from "~/domain/orders/accept-checkout.server";
import { loadCheckout } from "~/domain/orders/queries-records.server";
import { closeClaims } from "~/domain/payments/close-claims.server";
import type { Transaction } from "~/platform/db.server";
import { invariant, present } from "~/platform/invariant";
import { applyVoucher } from "./apply-voucher.server";

/** All of the money is there, or a voucher pays all of it: the orders go to their households. */
export async function acceptPaidCheckout(
  tx: Transaction,
  actor: Actor,
  checkoutId: string,
): Promise<void> {
  const accepted = await acceptCheckout(tx, { checkoutId, actorId: actorIdOf(actor), by: "money" });
  invariant(accepted.ok, "a paid checkout was accepted before");
  await closeClaims(tx, checkoutId);
  if (accepted.value.voucherVnd > 0) await applyVouchers(tx, checkoutId);
  await recordAction(tx, {
    actor,
    action: "checkout.accept",
    subject: { kind: "checkout", id: checkoutId },
    before: { status: accepted.value.before },
    after: { status: "accepted" },
  });
}

async function applyVouchers(tx: Transaction, checkoutId: string) {
  const checkout = present(await loadCheckout(tx, checkoutId), "a checkout that is just paid");
  for (const order of checkout.orders) await applyVoucher(tx, order);
}
