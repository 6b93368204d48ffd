import { eq } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { householdStatusOf } from "~/domain/households/queries-department.server";
import type { Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { fail, type Result } from "~/platform/result";
import { lacksLicence } from "./alcohol-licence";
import { taxClassOf, type ProductTaxClass } from "./tax-class";
import { loadOwnProduct } from "./load-own-product.server";
import { licensedUntilOf } from "./queries-licence.server";
import {
  transitionProduct,
  type ProductMove,
  type ProductMoved,
} from "./transition-product.server";

/**
 * Puts a product that was looked at on sale; only of a household that may sell, alcohol with a licence. One that is on sale already
 * stays as it is. `taxClass`: as the department sees it, for what is sold from now on; a service stays one.
 */
export async function approveProduct(
  tx: Transaction,
  scope: Scope,
  { taxClass, ...move }: ProductMove & { taxClass?: ProductTaxClass | undefined },
): Promise<
  Result<
    ProductMoved,
    | "product_not_found"
    | "product_already_decided"
    | "household_not_approved"
    | "household_unlicensed"
  >
> {
  const product = await loadOwnProduct(tx, scope, move.slug);
  if (!product) return fail("product_not_found");
  if (product.status !== "published") {
    if ((await householdStatusOf(tx, product.householdId)) !== "approved") {
      return fail("household_not_approved");
    }
    const licensedUntil = await licensedUntilOf(tx, product.householdId);
    if (lacksLicence({ ocopSet: product.ocopSet, licensedUntil }, localDateOf(now()))) {
      return fail("household_unlicensed");
    }
  }
  const moved = await transitionProduct(tx, scope, { ...move, to: "published", reason: null });
  if (moved.ok) {
    if (moved.value.hasMoved && taxClass !== undefined) {
      await tx
        .update(products)
        .set({ taxClass: taxClassOf(product.ocopSet, taxClass) })
        .where(eq(products.id, product.id));
    }
    return moved;
  }
  return fail(moved.code === "move_not_allowed" ? "product_already_decided" : moved.code);
}
