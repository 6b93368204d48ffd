import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { carrierOf } from "~/domain/fulfilment/queries.server";
import { isInScope } from "~/domain/identity/scope";
import { orderClock } from "~/domain/orders/order-clocks";
import { loadOrder } from "~/domain/orders/queries-records.server";
import { setOrderClock } from "~/domain/orders/set-order-clock.server";
import { loadReturn } from "~/domain/returns/queries-records.server";
import type { ReturnStatus } from "~/domain/returns/return-status";
import { transitionReturn } from "~/domain/returns/transition-return.server";
import type { ReturnRecord } from "~/domain/returns/types";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { fail, succeed, type Result } from "~/platform/result";
import type { Mover } from "./move-order.server";

export type ReturnMove = {
  actor: Actor;
  mover: Mover;
  code: string;
  to: ReturnStatus;
  note: string;
};
export type MoveReturnCode = "return_not_found" | "move_not_allowed";

/**
 * One move of a request that leaves money and stock alone. Outside the mover's reach it does not exist; a move that has
 * happened already answers ok and does nothing: the form was sent twice.
 */
export async function moveReturn(move: ReturnMove): Promise<Result<null, MoveReturnCode>> {
  return inTransaction(async (tx) => {
    const request = await loadReturn(tx, move.code);
    if (!request || !isInReach(move.mover, request)) return fail("return_not_found");
    if (request.status === move.to) return succeed(null);
    return moveLoaded(tx, request, move);
  });
}

export function isInReach(mover: Mover, request: ReturnRecord): boolean {
  switch (mover.by) {
    case "household":
      return isInScope(mover.scope, request.householdId);
    case "buyer":
      return request.checkoutCode === mover.checkoutCode;
    case "department":
    case "clock":
      return true;
  }
}

/** The same for a request that the caller has found and may touch. */
export async function moveLoaded(
  tx: Transaction,
  request: ReturnRecord,
  { actor, mover, to, note }: Omit<ReturnMove, "code">,
): Promise<Result<null, "move_not_allowed">> {
  // What never came cannot be sent back.
  if (to === "accepted" && request.reason === "not_received") return fail("move_not_allowed");
  const moved = await transitionReturn(tx, {
    returnRequestId: request.id,
    to,
    by: mover.by,
    note,
    actorId: actorIdOf(actor),
  });
  if (!moved.ok) return moved;
  if (to === "closed") await restartClock(tx, request, moved.value.occurredAt);
  await recordAction(tx, {
    actor,
    action: `return.${to}`,
    subject: { kind: "return_request", id: request.id },
    before: { status: request.status },
    after: { status: to, note },
  });
  return succeed(null);
}

/** A parcel that is said to be missing no more is received by itself again; what nobody carries never was. */
async function restartClock(tx: Transaction, request: ReturnRecord, since: number): Promise<void> {
  const order = present(await loadOrder(tx, request.orderCode), "a request without its order");
  if (order.status !== "shipped" || (await carrierOf(tx, order.id)) === "") return;
  await setOrderClock(tx, { orderId: order.id, clockAt: orderClock(order, since) });
}
