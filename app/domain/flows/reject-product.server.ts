import type { Actor } from "~/domain/audit/actor";
import { rejectProduct as reject } from "~/domain/catalog/reject-product.server";
import type { Scope } from "~/domain/identity/scope";
import type { Result } from "~/platform/result";
import { moveSubject } from "./move-subject.server";

/** The department sends a product back to its household. The same decision sent twice is taken once. */
export async function rejectProduct(
  actor: Actor,
  scope: Scope,
  input: { slug: string; reason: string },
): Promise<Result<{ hasMoved: boolean }, "product_not_found" | "product_already_decided">> {
  return moveSubject({
    actor,
    kind: "product",
    action: "product.reject",
    after: { status: "rejected", reason: input.reason },
    move: (tx, actorId) => reject(tx, scope, { ...input, actorId }),
  });
}
