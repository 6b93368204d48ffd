import { inArray } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import type { Language } from "~/platform/language";
import { localDateOf } from "~/platform/period";
import { listCards } from "./queries.server";
import { currentShelf } from "./shelf/current-shelf.sqlite.server";
import { relatedSearchIds } from "./shelf/related-slots";
import type { ProductCard } from "./types";

const LOOKED_AT = 12;
const OF_ONE_SELLER_MAX = 2;

/** What goes with a product by `RELATED_RULES`; at most `limit`. */
export async function listRelatedProducts(
  product: { searchId: number; ocopSet: number; communeCode: string },
  limit: number,
  language: Language,
): Promise<ProductCard[]> {
  const today = localDateOf(now());
  const searchIds = relatedSearchIds(currentShelf(), product, { today, limit: LOOKED_AT });
  if (searchIds.length === 0) return [];
  const rows = await reader()
    .select({ searchId: products.searchId, householdId: products.householdId })
    .from(products)
    .where(inArray(products.searchId, [product.searchId, ...searchIds]))
    .limit(searchIds.length + 1);
  const sellerOf = new Map(rows.map((row) => [row.searchId, row.householdId]));
  const seen = new Map([[sellerOf.get(product.searchId), OF_ONE_SELLER_MAX]]);
  const chosen = searchIds.filter((searchId) => {
    const seller = sellerOf.get(searchId);
    const already = seen.get(seller) ?? 0;
    seen.set(seller, already + 1);
    return already < OF_ONE_SELLER_MAX;
  });
  return listCards(chosen.slice(0, limit), language);
}
