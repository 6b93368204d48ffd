import { eq } from "drizzle-orm";
import { checkouts, orderEvents, orders } from "~db/schema/orders";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { localDateOf } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { orderClock } from "./order-clocks";
import { mayMoveOrder, type OrderMover, type OrderStatus } from "./order-status";

export type OrderTransition = {
  orderId: string;
  to: OrderStatus;
  by: OrderMover;
  /** What a person said; shown to the buyer. */
  reason: string | null;
  actorId: string | null;
};

/**
 * Moves an order along the table of allowed moves, with its event, the moment it happened and the next deadline.
 * `deliveredOn` is Vietnam's day: the month that statistics count in.
 */
export async function transitionOrder(
  tx: Transaction,
  { orderId, to, by, reason, actorId }: OrderTransition,
): Promise<Result<{ occurredAt: number }, "move_not_allowed">> {
  const [order] = await tx
    .select({ status: orders.status, method: checkouts.method })
    .from(orders)
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .where(eq(orders.id, orderId))
    .limit(1);
  if (!order || !mayMoveOrder(order, to, by)) return fail("move_not_allowed");
  const occurredAt = now();
  await tx
    .update(orders)
    .set({
      status: to,
      statusReason: reason,
      statusBy: by,
      clockAt: orderClock({ status: to, method: order.method }, occurredAt),
      ...momentsOf(to, occurredAt),
    })
    .where(eq(orders.id, orderId));
  await tx.insert(orderEvents).values({
    id: newId("oev"),
    orderId,
    fromStatus: order.status,
    toStatus: to,
    movedBy: by,
    reason,
    actorId,
    occurredAt,
  });
  return succeed({ occurredAt });
}

function momentsOf(to: OrderStatus, occurredAt: number) {
  switch (to) {
    case "confirmed":
      return { confirmedAt: occurredAt };
    case "shipped":
      return { shippedAt: occurredAt };
    case "delivered":
      return { deliveredAt: occurredAt, deliveredOn: localDateOf(occurredAt) };
    case "awaiting_payment":
    case "placed":
    case "packed":
    case "cancelled":
    case "refused":
    case "lost":
    case "expired":
      return {};
  }
}
