import { listDisputesOf } from "~/domain/payments/queries-disputes-records.server";
import { listUnbooked, type CardStop } from "~/domain/payments/queries-strays-records.server";
import type { Transaction } from "~/platform/db.server";
import { setOffDisputes } from "./set-off-disputes.server";

/**
 * Why nothing of this checkout is sent by transfer now: its cardholder's bank may still get the money back, or somebody
 * gave it back to the card outside our books. Null: no reason; what its buyer has by a dispute that we lost, or by such a
 * refund, is taken off what is owed first.
 */
export async function findContest(tx: Transaction, checkoutId: string): Promise<CardStop | null> {
  const disputes = await listDisputesOf(tx, checkoutId);
  if (disputes.some(({ status }) => status === "open")) return "card_disputed";
  if ((await listUnbooked(tx, checkoutId)).length > 0) return "card_refund_unbooked";
  await setOffDisputes(tx, checkoutId);
  return null;
}
