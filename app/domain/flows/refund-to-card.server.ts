import type { UserActor } from "~/domain/audit/actor";
import {
  listCardRefundsOf,
  listChargesOf,
  refundableOf,
} from "~/domain/payments/queries-cards-records.server";
import { findCardStop, type CardStop } from "~/domain/payments/queries-strays-records.server";
import { balanceOf } from "~/domain/settlement/queries.server";
import { inTransaction, type Transaction } from "~/platform/db.server";
import type { Vnd } from "~/platform/money";
import { fail, succeed, type Result } from "~/platform/result";
import { holdCardRefund } from "./hold-card-refund.server";
import { mayRefundAlone } from "./may-refund-alone.server";

export type RefundToCardCode =
  | "card_charge_not_found"
  | CardStop
  | "refund_changed"
  | "amount_over_owed"
  | "card_refund_over"
  | "card_refund_waiting";

/**
 * An officer gives back to the card what is owed to its buyer. From a limit on, all of one purchase or of the officer's day
 * together, and wherever a person had said that money was this buyer's, a second one has to agree. `seenOwedVnd` is what the page said: pressed twice, or by two at once, it is done once.
 */
export async function refundToCard(
  actor: UserActor,
  input: { ownerId: string; amountVnd: Vnd; seenOwedVnd: number },
): Promise<Result<{ status: "prepared" | "sending" }, RefundToCardCode>> {
  const { ownerId: checkoutId, amountVnd, seenOwedVnd } = input;
  return inTransaction(async (tx) => {
    const charges = await listChargesOf(tx, checkoutId);
    if (charges.length === 0) return fail("card_charge_not_found");
    const stop = await findCardStop(tx, checkoutId);
    if (stop !== null) return fail(stop);
    const owedVnd = await balanceOf({ kind: "refund_due", ownerId: checkoutId }, tx);
    if (owedVnd !== seenOwedVnd) return fail("refund_changed");
    if (amountVnd > owedVnd) return fail("amount_over_owed", { owedVnd });
    const earlier = await listCardRefundsOf(tx, { checkoutId });
    if (earlier.some(({ status }) => status === "prepared")) return fail("card_refund_waiting");
    const charge = await chargeFor(tx, charges, amountVnd);
    if (!charge.ok) return charge;
    // What somebody has said was this buyer's, nobody alone sends on to a card.
    const isAlone = await mayRefundAlone(tx, { userId: actor.userId, checkoutId, amountVnd });
    const status = isAlone ? "sending" : "prepared";
    const { id: chargeId } = charge.value;
    await holdCardRefund(tx, actor, { chargeId, checkoutId, amountVnd, cause: "owed", status });
    return succeed({ status });
  });
}

/** The newest charge that has so much left. */
async function chargeFor(
  tx: Transaction,
  charges: Awaited<ReturnType<typeof listChargesOf>>,
  amountVnd: Vnd,
): Promise<Result<{ id: string }, "card_refund_over">> {
  let mostVnd = 0;
  for (const charge of charges.toReversed()) {
    const leftVnd = await refundableOf(tx, charge);
    if (leftVnd >= amountVnd) return succeed({ id: charge.id });
    mostVnd = Math.max(mostVnd, leftVnd);
  }
  return fail("card_refund_over", { leftVnd: mostVnd });
}
