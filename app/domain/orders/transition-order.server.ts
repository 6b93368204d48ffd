import { eq } from "drizzle-orm";
import { orderEvents, orders } from "~db/schema/orders";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { localDateOf } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { mayMoveOrder, type OrderStatus } from "./order-status";

export type OrderTransition = {
  orderId: string;
  to: OrderStatus;
  /** What a person said; shown to the buyer. */
  reason: string | null;
  actorId: string | null;
};

/**
 * Moves an order along the table of allowed moves, with its event and the moment it happened.
 * `deliveredOn` is Vietnam's day: the month that statistics count in.
 */
export async function transitionOrder(
  tx: Transaction,
  { orderId, to, reason, actorId }: OrderTransition,
): Promise<Result<{ occurredAt: number }, "move_not_allowed">> {
  const [order] = await tx
    .select({ status: orders.status })
    .from(orders)
    .where(eq(orders.id, orderId))
    .limit(1);
  if (!order || !mayMoveOrder(order.status, to)) return fail("move_not_allowed");
  const occurredAt = now();
  await tx
    .update(orders)
    .set({ status: to, statusReason: reason, ...momentsOf(to, occurredAt) })
    .where(eq(orders.id, orderId));
  await tx.insert(orderEvents).values({
    id: newId("oev"),
    orderId,
    fromStatus: order.status,
    toStatus: to,
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
    case "cancelled":
    case "refused":
    case "expired":
      return {};
  }
}
