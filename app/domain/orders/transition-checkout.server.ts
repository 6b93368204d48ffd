import { eq, sql } from "drizzle-orm";
import { checkouts, orders } from "~db/schema/orders";
import { builtOnce, changeBuiltOnce, type Transaction } from "~/platform/db.server";
import { invariant } from "~/platform/invariant";
import { moveReadOrder } from "./move-read-order.server";

export type CheckoutTransition = {
  checkoutId: string;
  to: keyof typeof MOVES;
  actorId: string | null;
};

/** What becomes of a checkout, and of its orders by it. */
const MOVES = {
  accepted: { status: "accepted", order: { to: "placed", by: "money" } },
  accepted_by_buyer: { status: "accepted", order: { to: "placed", by: "buyer" } },
  expired: { status: "expired", order: { to: "expired", by: "clock" } },
  cancelled: { status: "cancelled", order: { to: "expired", by: "buyer" } },
} as const;

/** Moves a checkout and all its orders; whether it may is the caller's to check. */
export async function transitionCheckout(
  tx: Transaction,
  { checkoutId, to, actorId }: CheckoutTransition,
): Promise<void> {
  await setStatus(tx).execute({ checkoutId, to: MOVES[to].status });
  for (const order of await selectOrders(tx).execute({ checkoutId })) {
    const moved = await moveReadOrder(tx, order, { ...MOVES[to].order, reason: null, actorId });
    invariant(moved.ok, "an order that does not stand where its checkout does");
  }
}

const setStatus = changeBuiltOnce((tx) =>
  tx
    .update(checkouts)
    .set({ status: sql`${sql.placeholder("to")}` })
    .where(eq(checkouts.id, sql.placeholder("checkoutId")))
    .prepare(),
);

const selectOrders = builtOnce((db) =>
  db
    .select({ id: orders.id, status: orders.status, method: checkouts.method })
    .from(orders)
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .where(eq(orders.checkoutId, sql.placeholder("checkoutId")))
    .prepare(),
);
