import type { Actor } from "~/domain/audit/actor";
import { withdrawProduct as takeOffSale } from "~/domain/catalog/withdraw-product.server";
import type { Scope } from "~/domain/identity/scope";
import type { Result } from "~/platform/result";
import { moveSubject } from "./move-subject.server";

/** Takes a product off sale at once; asked twice it is off sale. */
export async function withdrawProduct(
  actor: Actor,
  scope: Scope,
  input: { slug: string },
): Promise<Result<{ hasMoved: boolean }, "product_not_found" | "move_not_allowed">> {
  return moveSubject({
    actor,
    kind: "product",
    action: "product.withdraw",
    after: { status: "withdrawn" },
    move: (tx, actorId) => takeOffSale(tx, scope, { ...input, actorId }),
  });
}
