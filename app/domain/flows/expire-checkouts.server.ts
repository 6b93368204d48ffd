import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { expireCheckout } from "~/domain/orders/expire-checkout.server";
import { listDueCheckoutIds } from "~/domain/orders/queries-records.server";
import { now } from "~/platform/clock.server";
import { inTransaction, reader, type Transaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";
import { unlessItThrows } from "./unless-it-throws.server";
import { unwindCheckout } from "./unwind-checkout.server";

const BATCH_SIZE = 50;

/**
 * Expires checkouts whose deadline has passed: stock given back, what was paid in part owed to the buyer.
 * At most 50 a call, the longest overdue first, each in a transaction of its own so that buyers are not kept
 * waiting; call again while a batch is full.
 */
export async function expireCheckouts(
  actor: Actor,
): Promise<Result<{ expiredCount: number; isBatchFull: boolean }>> {
  const due = await listDueCheckoutIds(reader(), { atInstant: now(), limit: BATCH_SIZE });
  let expiredCount = 0;
  for (const checkoutId of due) {
    const isExpired = await unlessItThrows("an overdue checkout", checkoutId, () =>
      inTransaction((tx) => expireOne(tx, actor, checkoutId)),
    );
    if (isExpired) expiredCount += 1;
  }
  return succeed({ expiredCount, isBatchFull: due.length === BATCH_SIZE });
}

/** Refused when the money came in the meantime. */
async function expireOne(
  tx: Transaction,
  actor: Actor,
  checkoutId: string,
): Promise<Result<null, "move_not_allowed">> {
  const expired = await expireCheckout(tx, { checkoutId, actorId: actorIdOf(actor) });
  if (expired.ok) await unwindCheckout(tx, actor, { checkoutId, to: "expired" });
  return expired;
}
