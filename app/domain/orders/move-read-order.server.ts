import { eq, sql } from "drizzle-orm";
import { orderEvents, orders } from "~db/schema/orders";
import { now } from "~/platform/clock.server";
import { changeBuiltOnce, type Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { insertRow } from "~/platform/insert-row.server";
import { localDateOf } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { orderClock } from "./order-clocks";
import { mayMoveOrder, type OrderMover, type OrderStatus } from "./order-status";
import type { PaymentMethod } from "./payment-methods";

export type OrderMove = {
  to: OrderStatus;
  by: OrderMover;
  /** What a person said; shown to the buyer. */
  reason: string | null;
  actorId: string | null;
};
export type MovedOrder = Result<{ occurredAt: number }, "move_not_allowed">;

/**
 * Moves an order, as it was read in this transaction, along the table of allowed moves, with its event, the moment it
 * happened and the next deadline. `deliveredOn` is Vietnam's day: the month that statistics count in.
 */
export async function moveReadOrder(
  tx: Transaction,
  order: { id: string; status: OrderStatus; method: PaymentMethod },
  { to, by, reason, actorId }: OrderMove,
): Promise<MovedOrder> {
  if (!mayMoveOrder(order, to, by)) return fail("move_not_allowed");
  const orderId = order.id;
  const occurredAt = now();
  await moveOrder(tx).execute({
    orderId,
    to,
    reason,
    by,
    clockAt: orderClock({ status: to, method: order.method }, occurredAt),
    ...NO_MOMENTS,
    ...momentsOf(to, occurredAt),
  });
  await insertRow(tx, orderEvents, {
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

/** A moment that is not given stays as it is. */
const moveOrder = changeBuiltOnce((tx) =>
  tx
    .update(orders)
    .set({
      status: sql`${sql.placeholder("to")}`,
      statusReason: sql`${sql.placeholder("reason")}`,
      statusBy: sql`${sql.placeholder("by")}`,
      clockAt: sql`${sql.placeholder("clockAt")}`,
      confirmedAt: sql`coalesce(${sql.placeholder("confirmedAt")}, ${orders.confirmedAt})`,
      shippedAt: sql`coalesce(${sql.placeholder("shippedAt")}, ${orders.shippedAt})`,
      deliveredAt: sql`coalesce(${sql.placeholder("deliveredAt")}, ${orders.deliveredAt})`,
      deliveredOn: sql`coalesce(${sql.placeholder("deliveredOn")}, ${orders.deliveredOn})`,
    })
    .where(eq(orders.id, sql.placeholder("orderId")))
    .prepare(),
);

const NO_MOMENTS = { confirmedAt: null, shippedAt: null, deliveredAt: null, deliveredOn: null };

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
