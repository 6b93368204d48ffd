import { listDisputesOf } from "~/domain/payments/queries-disputes-records.server";
import type { Transaction } from "~/platform/db.server";
import { setOffDisputes } from "./set-off-disputes.server";

/**
 * True while a cardholder's bank may still get money of this checkout back, so that it is not sent by transfer too. What it
 * got by a dispute that we lost is taken off what is owed first.
 */
export async function isContested(tx: Transaction, checkoutId: string): Promise<boolean> {
  const disputes = await listDisputesOf(tx, checkoutId);
  if (disputes.some(({ status }) => status === "open")) return true;
  await setOffDisputes(tx, checkoutId);
  return false;
}
