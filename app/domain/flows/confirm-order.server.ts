import type { Actor } from "~/domain/audit/actor";
import type { Scope } from "~/domain/identity/scope";
import { succeed, type Result } from "~/platform/result";
import { moveOrder, type MoveOrderCode } from "./move-order.server";

/** The household takes the order on and prepares it. */
export async function confirmOrder(
  actor: Actor,
  scope: Scope,
  input: { orderCode: string },
): Promise<Result<null, MoveOrderCode>> {
  return moveOrder({
    actor,
    mover: { by: "household", scope },
    orderCode: input.orderCode,
    to: "confirmed",
    reason: null,
    action: "order.confirm",
    effects: async () => succeed(null),
  });
}
