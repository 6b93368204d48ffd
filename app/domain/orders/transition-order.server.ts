import { eq, sql } from "drizzle-orm";
import { checkouts, orders } from "~db/schema/orders";
import { builtOnce, type Transaction } from "~/platform/db.server";
import { fail } from "~/platform/result";
import { moveReadOrder, type MovedOrder, type OrderMove } from "./move-read-order.server";

/** Moves an order as `moveReadOrder` does, from where it stands now. */
export async function transitionOrder(
  tx: Transaction,
  { orderId, ...move }: OrderMove & { orderId: string },
): Promise<MovedOrder> {
  const [order] = await selectOrder(tx).execute({ orderId });
  return order ? moveReadOrder(tx, { id: orderId, ...order }, move) : fail("move_not_allowed");
}

const selectOrder = builtOnce((db) =>
  db
    .select({ status: orders.status, method: checkouts.method })
    .from(orders)
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .where(eq(orders.id, sql.placeholder("orderId")))
    .limit(1)
    .prepare(),
);
