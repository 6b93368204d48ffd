import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { households } from "~db/schema/households";
import { now } from "~/platform/clock.server";
import { builtOnce, valuesOf } from "~/platform/db.server";
import type { Language } from "~/platform/language";
import { localDateOf } from "~/platform/period";
import { isOnSaleOn, listCards } from "./queries.server";
import { currentShelf } from "./shelf/current-shelf.sqlite.server";
import { relatedSearchIds } from "./shelf/related-slots";
import type { ProductCard, ProductPage } from "./types";

const LOOKED_AT = 12;
const OF_ONE_SELLER_MAX = 2;

const selectSellers = builtOnce((db) =>
  db
    .select({ searchId: products.searchId, householdId: products.householdId })
    .from(products)
    .where(inArray(products.searchId, valuesOf("searchIds")))
    .limit(sql.placeholder("limit"))
    .prepare(),
);

const selectSold = builtOnce((db) =>
  db
    .select({ searchId: products.searchId })
    .from(products)
    .innerJoin(households, eq(households.id, products.householdId))
    .where(
      and(
        isOnSaleOn(sql.placeholder("today")),
        eq(households.slug, sql.placeholder("householdSlug")),
      ),
    )
    .orderBy(
      sql`case when ${products.availableCount} > 0 then 0 else 1 end`,
      desc(products.publishedAt),
      desc(products.id),
    )
    .limit(sql.placeholder("limit"))
    .prepare(),
);

/**
 * What stands below a product: others of its seller, what is in stock first, then the newest; and what goes with it by
 * `RELATED_RULES`. At most `limit` of each.
 */
export async function listBeside(
  product: Pick<ProductPage, "searchId" | "ocopSet" | "seller">,
  limit: number,
  language: Language,
): Promise<{ others: ProductCard[]; related: ProductCard[] }> {
  const householdSlug = product.seller.slug;
  const today = localDateOf(now());
  const sold = await selectSold().execute({ householdSlug, today, limit: limit + 1 });
  const others = sold.map((row) => row.searchId).filter((id) => id !== product.searchId);
  const related = await listRelated(product);
  const wanted = { others: others.slice(0, limit), related: related.slice(0, limit) };
  const found = await listCards([...wanted.others, ...wanted.related], language);
  const cards = new Map(found.map((card) => [card.searchId, card]));
  const cardsOf = (searchIds: readonly number[]) => searchIds.flatMap((id) => cards.get(id) ?? []);
  return { others: cardsOf(wanted.others), related: cardsOf(wanted.related) };
}

async function listRelated({
  searchId,
  ocopSet,
  seller: { communeCode },
}: Pick<ProductPage, "searchId" | "ocopSet" | "seller">): Promise<number[]> {
  const today = localDateOf(now());
  const searchIds = relatedSearchIds(
    currentShelf(),
    { searchId, ocopSet, communeCode },
    { today, limit: LOOKED_AT },
  );
  if (searchIds.length === 0) return [];
  const rows = await selectSellers().execute({
    searchIds: JSON.stringify([searchId, ...searchIds]),
    limit: searchIds.length + 1,
  });
  const sellerOf = new Map(rows.map((row) => [row.searchId, row.householdId]));
  const seen = new Map([[sellerOf.get(searchId), OF_ONE_SELLER_MAX]]);
  return searchIds.filter((id) => {
    const seller = sellerOf.get(id);
    const already = seen.get(seller) ?? 0;
    seen.set(seller, already + 1);
    return already < OF_ONE_SELLER_MAX;
  });
}
