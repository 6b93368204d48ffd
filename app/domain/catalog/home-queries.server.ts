import { and, asc, countDistinct, desc, eq, gt, isNotNull } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { households } from "~db/schema/households";
import { communes } from "~db/schema/places";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import type { Language } from "~/platform/language";
import { localDateOf } from "~/platform/period";
import { OCOP_GROUPS, type OcopGroup } from "./ocop-sets";
import { inStockFirst, isOnSale, listCards } from "./queries.server";
import { isInSeason } from "./season";
import type { CommuneShelf, ProductCard } from "./types";

const SEASONAL_MAX = 500;
const NEWEST_MAX = 100;

/** The newest on sale, no more than two of a kind, so that one harvest does not fill the shelf. */
export async function listNewProducts(
  limit: number,
  language: Language,
  except: readonly string[] = [],
): Promise<ProductCard[]> {
  const rows = await reader()
    .select({ id: products.id, ocopSet: products.ocopSet })
    .from(products)
    .innerJoin(households, eq(households.id, products.householdId))
    .where(isOnSale)
    .orderBy(inStockFirst, desc(products.publishedAt), desc(products.id))
    .limit(NEWEST_MAX);
  const perSet = new Map<number, number>();
  const ids: string[] = [];
  for (const { id, ocopSet } of rows) {
    const already = perSet.get(ocopSet) ?? 0;
    if (already >= 2 || except.includes(id)) continue;
    perSet.set(ocopSet, already + 1);
    ids.push(id);
  }
  return listCards(ids.slice(0, limit), language);
}

/** On sale, in stock and in their harvest months today; the newest first, no more than two of a household. */
export async function listSeasonProducts(
  limit: number,
  language: Language,
): Promise<ProductCard[]> {
  const today = localDateOf(now());
  const rows = await reader()
    .select({ id: products.id, householdId: products.householdId, season: products.season })
    .from(products)
    .innerJoin(households, eq(households.id, products.householdId))
    .where(and(isOnSale, isNotNull(products.season), gt(products.availableCount, 0)))
    .orderBy(desc(products.publishedAt), desc(products.id))
    .limit(SEASONAL_MAX);
  const perHousehold = new Map<string, number>();
  const ids: string[] = [];
  for (const row of rows) {
    const already = perHousehold.get(row.householdId) ?? 0;
    if (already >= 2 || !row.season || !isInSeason(row.season, today)) continue;
    perHousehold.set(row.householdId, already + 1);
    ids.push(row.id);
  }
  return listCards(ids.slice(0, limit), language);
}

/** How many products each group has on sale. */
export async function countByGroup(): Promise<Record<OcopGroup, number>> {
  const rows = await reader()
    .select({ set: products.ocopSet, count: countDistinct(products.id) })
    .from(products)
    .innerJoin(households, eq(households.id, products.householdId))
    .where(isOnSale)
    .groupBy(products.ocopSet)
    .limit(26);
  const counts = { food: 0, drink: 0, herbal: 0, craft: 0, living: 0, tourism: 0 };
  for (const { set, count } of rows) {
    const group = OCOP_GROUPS.find(({ firstSet, lastSet }) => set >= firstSet && set <= lastSet);
    if (group) counts[group.code] += count;
  }
  return counts;
}

/** The communes that products on sale come from, the fullest shelf first. */
export async function listCommuneShelves(limit: number): Promise<CommuneShelf[]> {
  const productCount = countDistinct(products.id);
  return reader()
    .select({ code: communes.code, name: communes.name, productCount })
    .from(products)
    .innerJoin(households, eq(households.id, products.householdId))
    .innerJoin(communes, eq(communes.code, households.communeCode))
    .where(isOnSale)
    .groupBy(communes.code, communes.name)
    .orderBy(desc(productCount), asc(communes.name))
    .limit(limit);
}
