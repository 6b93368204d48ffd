import { and, asc, count, desc, eq, gt, inArray, isNotNull, sum } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { households } from "~db/schema/households";
import { communes } from "~db/schema/places";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import type { Language } from "~/platform/language";
import { localDateOf } from "~/platform/period";
import { OCOP_GROUPS, OCOP_SET_COUNT, type OcopGroup } from "./ocop-sets";
import { isOnShelf, listCards, shelfOrder } from "./queries.server";
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
    .where(isOnShelf())
    .orderBy(...shelfOrder)
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

/** Of the newest 500 in stock those that are in their harvest months today, no more than two of a household. */
export async function listSeasonProducts(
  limit: number,
  language: Language,
): Promise<ProductCard[]> {
  const today = localDateOf(now());
  const newest = await reader()
    .select({ id: products.id })
    .from(products)
    .where(and(isOnShelf(), gt(products.availableCount, 0)))
    .orderBy(...shelfOrder)
    .limit(SEASONAL_MAX);
  // In a second step, because the season is not in the index.
  const rows = await reader()
    .select({ id: products.id, householdId: products.householdId, season: products.season })
    .from(products)
    .where(
      and(
        isNotNull(products.season),
        inArray(
          products.id,
          newest.map((row) => row.id),
        ),
      ),
    )
    .orderBy(...shelfOrder)
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
    .select({ set: products.ocopSet, productCount: count() })
    .from(products)
    .where(isOnShelf())
    .groupBy(products.ocopSet)
    .limit(OCOP_SET_COUNT);
  const counts = { food: 0, drink: 0, herbal: 0, craft: 0, living: 0, tourism: 0 };
  for (const { set, productCount } of rows) {
    const group = OCOP_GROUPS.find(({ firstSet, lastSet }) => set >= firstSet && set <= lastSet);
    if (group) counts[group.code] += productCount;
  }
  return counts;
}

/** The communes that products on sale come from, the fullest shelf first. */
export async function listCommuneShelves(limit: number): Promise<CommuneShelf[]> {
  const perSeller = reader()
    .select({ householdId: products.householdId, sellerCount: count().as("seller_count") })
    .from(products)
    .where(isOnShelf())
    .groupBy(products.householdId)
    .as("per_seller");
  const productCount = sum(perSeller.sellerCount).mapWith(Number);
  return reader()
    .select({ code: communes.code, name: communes.name, productCount })
    .from(perSeller)
    .innerJoin(households, eq(households.id, perSeller.householdId))
    .innerJoin(communes, eq(communes.code, households.communeCode))
    .groupBy(communes.code, communes.name)
    .orderBy(desc(productCount), asc(communes.name))
    .limit(limit);
}
