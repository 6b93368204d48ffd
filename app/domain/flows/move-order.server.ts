import type { AuditAction } from "~/domain/audit/actions";
import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { hasReached, isVisibleToHousehold } from "~/domain/orders/order-progress";
import type { OrderStatus } from "~/domain/orders/order-status";
import { loadOrder } from "~/domain/orders/queries-records.server";
import { transitionOrder } from "~/domain/orders/transition-order.server";
import type { OrderRecord } from "~/domain/orders/types";
import { now } from "~/platform/clock.server";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/**
 * Whose move it is, and of which orders: a household of its own, a buyer of those of one checkout (the door has
 * checked its key), the department and the clock of all.
 */
export type Mover =
  | { by: "household"; scope: Scope }
  | { by: "buyer"; checkoutCode: string }
  | { by: "department" }
  | { by: "clock" };

export type OrderMove<Code extends string> = {
  actor: Actor;
  mover: Mover;
  orderCode: string;
  to: OrderStatus;
  reason: string | null;
  /** `order.confirm` */
  action: AuditAction;
  /** What else the move does, in its transaction; runs once, with the moment that the order moved. */
  effects: (tx: Transaction, order: OrderRecord, occurredAt: number) => Promise<Result<null, Code>>;
};
export type MoveOrderCode = "order_not_found" | "move_not_allowed";

/**
 * One move of an order after it was placed. Outside the mover's reach, and before it is placed, it does not exist.
 * A move that has happened already answers ok and does nothing: the form was sent twice.
 */
export async function moveOrder<Code extends string>(
  move: OrderMove<Code>,
): Promise<Result<null, MoveOrderCode | Code>> {
  return inTransaction(async (tx) => {
    const order = await loadOrder(tx, move.orderCode);
    if (!order || !isInReach(move.mover, order)) return fail("order_not_found");
    if (!isVisibleToHousehold(order.status)) return fail("order_not_found");
    if (hasReached(order.status, move.to)) return succeed(null);
    // Somebody may have moved it since, or said that it never came: its time is another then.
    const isDue = order.clockAt !== null && order.clockAt <= now();
    if (move.mover.by === "clock" && !isDue) return fail("move_not_allowed");
    const { to, reason } = move;
    const { by } = move.mover;
    const actorId = actorIdOf(move.actor);
    const moved = await transitionOrder(tx, { orderId: order.id, to, by, reason, actorId });
    if (!moved.ok) return moved;
    const done = await move.effects(tx, order, moved.value.occurredAt);
    if (!done.ok) return done;
    await recordAction(tx, {
      actor: move.actor,
      action: move.action,
      subject: { kind: "order", id: order.id },
      before: { status: order.status },
      after: { status: to, reason },
    });
    return succeed(null);
  });
}

function isInReach(mover: Mover, order: OrderRecord): boolean {
  switch (mover.by) {
    case "household":
      return isInScope(mover.scope, order.householdId);
    case "buyer":
      return order.checkoutCode === mover.checkoutCode;
    case "department":
    case "clock":
      return true;
  }
}
