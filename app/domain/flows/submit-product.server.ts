import type { Actor } from "~/domain/audit/actor";
import { submitProduct as moveToApproval } from "~/domain/catalog/submit-product.server";
import type { Scope } from "~/domain/identity/scope";
import type { Result } from "~/platform/result";
import { moveSubject } from "./move-subject.server";

/** Sends a product to the department; sent twice it lies there once. */
export async function submitProduct(
  actor: Actor,
  scope: Scope,
  input: { slug: string },
): Promise<Result<{ hasMoved: boolean }, "product_not_found" | "move_not_allowed">> {
  return moveSubject({
    actor,
    kind: "product",
    action: "product.submit",
    after: { status: "awaiting_approval" },
    move: (tx, actorId) => moveToApproval(tx, scope, { ...input, actorId }),
  });
}
