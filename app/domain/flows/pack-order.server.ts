import type { Actor } from "~/domain/audit/actor";
import type { Scope } from "~/domain/identity/scope";
import { succeed, type Result } from "~/platform/result";
import { moveOrder, type MoveOrderCode } from "./move-order.server";

/** The parcel is ready: from here on the buyer cannot call the order off. A household that sends at once leaves it out. */
export async function packOrder(
  actor: Actor,
  scope: Scope,
  input: { orderCode: string },
): Promise<Result<null, MoveOrderCode>> {
  return moveOrder({
    actor,
    mover: { by: "household", scope },
    orderCode: input.orderCode,
    to: "packed",
    reason: null,
    action: "order.pack",
    effects: async () => succeed(null),
  });
}
