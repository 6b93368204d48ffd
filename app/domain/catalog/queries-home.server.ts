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

/**
 * The two shelves of the home page, read together because their cards are one query.
 * @returns `inSeason`: of the newest 500 in stock those in their harvest months today, no more than two of a
 *   household; `newest`: of the newest 100 on sale those not in season, no more than two of a kind, so that one
 *   harvest does not fill the shelf
 */
export async function listHomeShelves(
  limits: { inSeason: number; newest: number },
  language: Language,
): Promise<{ inSeason: ProductCard[]; newest: ProductCard[] }> {
  const seasonIds = await listSeasonIds(limits.inSeason);
  const newIds = await listNewIds(limits.newest, seasonIds);
  const cards = await listCards([...seasonIds, ...newIds], language);
  return {
    inSeason: cards.filter((card) => seasonIds.includes(card.id)),
    newest: cards.filter((card) => newIds.includes(card.id)),
  };
}

async function listNewIds(limit: number, except: readonly string[]): Promise<string[]> {
  const rows = await reader()
    .select({ id: products.id, ocopSet: products.ocopSet })
    .from(products)
    .where(isOnShelf())
    .orderBy(...shelfOrder)
    .limit(NEWEST_MAX);
  const others = rows.filter((row) => !except.includes(row.id));
  return atMostTwoOf(others, (row) => row.ocopSet)
    .slice(0, limit)
    .map((row) => row.id);
}

async function listSeasonIds(limit: number): Promise<string[]> {
  const today = localDateOf(now());
  const newest = reader()
    .select({ id: products.id })
    .from(products)
    .where(and(isOnShelf(), gt(products.availableCount, 0)))
    .orderBy(...shelfOrder)
    .limit(SEASONAL_MAX);
  // The season is not in the index that finds the newest, so it is asked of those alone.
  const rows = await reader()
    .select({ id: products.id, householdId: products.householdId, season: products.season })
    .from(products)
    .where(and(isNotNull(products.season), inArray(products.id, newest)))
    .orderBy(...shelfOrder)
    .limit(SEASONAL_MAX);
  const inSeason = rows.filter((row) => row.season !== null && isInSeason(row.season, today));
  return atMostTwoOf(inSeason, (row) => row.householdId)
    .slice(0, limit)
    .map((row) => row.id);
}

function atMostTwoOf<Row>(rows: readonly Row[], kindOf: (row: Row) => unknown): Row[] {
  const seen = new Map<unknown, number>();
  return rows.filter((row) => {
    const kind = kindOf(row);
    const already = seen.get(kind) ?? 0;
    seen.set(kind, already + 1);
    return already < 2;
  });
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
