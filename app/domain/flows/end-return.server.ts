import { actorIdOf, type Actor } from "~/domain/audit/actor";
import type { OrderRecord } from "~/domain/orders/types";
import { findOpenReturn } from "~/domain/returns/queries-records.server";
import { transitionReturn } from "~/domain/returns/transition-return.server";
import type { Transaction } from "~/platform/db.server";
import { invariant } from "~/platform/invariant";

/**
 * A request for a parcel that never came has nothing left to ask for: the order fell through, and all of the money goes
 * back with it, or the parcel came after all.
 */
export async function endReturn(tx: Transaction, actor: Actor, order: OrderRecord): Promise<void> {
  const open = await findOpenReturn(tx, order.id);
  if (open === null) return;
  const ended = await transitionReturn(tx, {
    returnRequestId: open,
    to: "closed",
    by: "order",
    note: "",
    actorId: actorIdOf(actor),
  });
  invariant(ended.ok, "an order that ended with goods on their way back");
}
