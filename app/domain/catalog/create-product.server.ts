import { eq, max } from "drizzle-orm";
import { productEvents, products } from "~db/schema/catalog";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import type { Vnd } from "~/platform/money";
import { fail, succeed, type Result } from "~/platform/result";
import { findFreeSlug } from "./find-free-slug.server";
import type { ProductWords } from "./forms";
import type { Season } from "./season";

export type NewProduct = {
  /** Made when the form was shown: the same form sent twice makes one product. */
  productId: string;
  householdId: string;
  words: ProductWords;
  priceVnd: Vnd;
  /** When it is harvested; without it nothing is said of that. */
  season?: Season | null;
  actorId: string | null;
};

export type ProductCreated = { slug: string; isNew: boolean };

/**
 * A new draft of a household in the scope, without stock yet; its slug is the name, numbered where taken. A
 * product that this form made before is answered as it is.
 */
export async function createProduct(
  tx: Transaction,
  scope: Scope,
  input: NewProduct,
): Promise<Result<ProductCreated, "household_not_found">> {
  if (!isInScope(scope, input.householdId)) return fail("household_not_found");
  const { householdId, productId } = input;
  const [known] = await tx
    .select({ slug: products.slug, householdId: products.householdId })
    .from(products)
    .where(eq(products.id, productId))
    .limit(1);
  if (known && known.householdId !== householdId) return fail("household_not_found");
  if (known) return succeed({ slug: known.slug, isNew: false });
  const slug = await findFreeSlug(tx, { productId, name: input.words.name });
  const createdAt = now();
  await tx.insert(products).values({
    id: productId,
    householdId,
    slug,
    ...input.words,
    priceVnd: input.priceVnd,
    season: input.season ?? null,
    status: "draft",
    searchId: await nextSearchId(tx),
    createdAt,
  });
  await tx.insert(productEvents).values({
    id: newId("pev"),
    productId,
    fromStatus: null,
    toStatus: "draft",
    actorId: input.actorId,
    occurredAt: createdAt,
  });
  return succeed({ slug, isNew: true });
}

async function nextSearchId(tx: Transaction): Promise<number> {
  const [row] = await tx.select({ last: max(products.searchId) }).from(products);
  return (row?.last ?? 0) + 1;
}
