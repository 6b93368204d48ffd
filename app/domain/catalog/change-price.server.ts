import { eq } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import type { Scope } from "~/domain/identity/scope";
import type { Transaction } from "~/platform/db.server";
import type { Vnd } from "~/platform/money";
import { fail, succeed, type Result } from "~/platform/result";
import { loadOwnProduct } from "./load-own-product.server";

/** A new price, from now on, in any state; orders already placed keep theirs. Answers the price before. */
export async function changePrice(
  tx: Transaction,
  scope: Scope,
  input: { slug: string; priceVnd: Vnd },
): Promise<Result<{ productId: string; beforeVnd: number }, "product_not_found">> {
  const product = await loadOwnProduct(tx, scope, input.slug);
  if (!product) return fail("product_not_found");
  await tx.update(products).set({ priceVnd: input.priceVnd }).where(eq(products.id, product.id));
  return succeed({ productId: product.id, beforeVnd: product.priceVnd });
}
