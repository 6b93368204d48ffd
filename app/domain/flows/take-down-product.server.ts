import type { Actor } from "~/domain/audit/actor";
import { takeDownProduct as takeDown } from "~/domain/catalog/take-down-product.server";
import type { Scope } from "~/domain/identity/scope";
import type { Result } from "~/platform/result";
import { moveSubject } from "./move-subject.server";

/** The department takes a product off sale at once, with a reason. The same decision sent twice is taken once. */
export async function takeDownProduct(
  actor: Actor,
  scope: Scope,
  input: { slug: string; reason: string },
): Promise<Result<{ hasMoved: boolean }, "product_not_found" | "move_not_allowed">> {
  return moveSubject({
    actor,
    kind: "product",
    action: "product.take_down",
    after: { status: "withdrawn", reason: input.reason },
    move: (tx, actorId) => takeDown(tx, scope, { ...input, actorId }),
  });
}
