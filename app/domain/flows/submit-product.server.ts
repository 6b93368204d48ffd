import type { Actor } from "~/domain/audit/actor";
import { loadOwnProduct } from "~/domain/catalog/load-own-product.server";
import { submitProduct as moveToApproval } from "~/domain/catalog/submit-product.server";
import type { Scope } from "~/domain/identity/scope";
import { hasAcceptedTerms } from "~/domain/joining/queries-terms.server";
import { present } from "~/platform/invariant";
import { fail, type Result } from "~/platform/result";
import { moveSubject } from "./move-subject.server";

/** Sends a product to the department, of a household that has agreed to the terms in force; sent twice it lies there once. */
export async function submitProduct(
  actor: Actor,
  scope: Scope,
  input: { slug: string },
): Promise<
  Result<{ hasMoved: boolean }, "product_not_found" | "move_not_allowed" | "terms_not_accepted">
> {
  return moveSubject({
    actor,
    kind: "product",
    action: "product.submit",
    after: { status: "awaiting_approval" },
    move: async (tx, actorId) => {
      const moved = await moveToApproval(tx, scope, { ...input, actorId });
      if (!moved.ok || !moved.value.hasMoved) return moved;
      const product = await loadOwnProduct(tx, scope, input.slug);
      const { householdId } = present(product, "a product that has just moved");
      return (await hasAcceptedTerms(tx, householdId)) ? moved : fail("terms_not_accepted");
    },
  });
}
