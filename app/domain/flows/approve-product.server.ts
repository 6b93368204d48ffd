import type { Actor } from "~/domain/audit/actor";
import { approveProduct as approve } from "~/domain/catalog/approve-product.server";
import type { ProductTaxClass } from "~/domain/catalog/tax-class";
import type { Scope } from "~/domain/identity/scope";
import type { Result } from "~/platform/result";
import { moveSubject } from "./move-subject.server";

/** The department puts a product on sale, of the tax class that it says. The same decision sent twice is taken once. */
export async function approveProduct(
  actor: Actor,
  scope: Scope,
  input: { slug: string; taxClass?: ProductTaxClass | undefined },
): Promise<
  Result<
    { hasMoved: boolean },
    | "product_not_found"
    | "product_already_decided"
    | "household_not_approved"
    | "household_unlicensed"
  >
> {
  return moveSubject({
    actor,
    kind: "product",
    action: "product.approve",
    after: { status: "published", ...(input.taxClass ? { taxClass: input.taxClass } : {}) },
    move: (tx, actorId) => approve(tx, scope, { ...input, actorId }),
  });
}
