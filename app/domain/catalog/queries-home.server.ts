import { inArray } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import type { Language } from "~/platform/language";
import { localDateOf } from "~/platform/period";
import { listCards } from "./queries.server";
import { currentShelf } from "./shelf/current-shelf.sqlite.server";
import { searchShelf } from "./shelf/search-shelf";
import type { Facets, ProductCard, ProductFilter } from "./types";

/** How many of a list are looked at to choose those of a home page's shelf. */
const LOOKED_AT = 100;

/**
 * The two shelves of the home page, read together because their cards are one query.
 * @returns `inSeason`: of the newest 100 in stock and in their harvest months today, no more than two of a
 *   household; `newest`: of the newest 100 on sale those not in season, no more than two of a kind, so that one
 *   harvest does not fill the shelf
 */
export async function listHomeShelves(
  limits: { inSeason: number; newest: number },
  language: Language,
): Promise<{ inSeason: ProductCard[]; newest: ProductCard[] }> {
  const ripe = await listFirst({ inSeason: true, isReady: true }, LOOKED_AT);
  const season = atMostTwoOf(ripe, (row) => row.householdId).slice(0, limits.inSeason);
  const seasonIds = season.map((row) => row.searchId);
  const others = (await listFirst({}, LOOKED_AT)).filter(
    (row) => !seasonIds.includes(row.searchId),
  );
  const newest = atMostTwoOf(others, (row) => row.ocopSet).slice(0, limits.newest);
  const cards = await listCards(
    [...season, ...newest].map((row) => row.searchId),
    language,
  );
  const ripeIds = new Set(season.map((row) => row.id));
  return {
    inSeason: cards.filter((card) => ripeIds.has(card.id)),
    newest: cards.filter((card) => !ripeIds.has(card.id)),
  };
}

/** The first of a list, with what the home page chooses by. */
async function listFirst(filter: ProductFilter, limit: number) {
  const today = localDateOf(now());
  const { searchIds } = searchShelf(currentShelf(), filter, { today, offset: 0, limit });
  const rows = await reader()
    .select({
      id: products.id,
      searchId: products.searchId,
      householdId: products.householdId,
      ocopSet: products.ocopSet,
    })
    .from(products)
    .where(inArray(products.searchId, searchIds))
    .limit(limit);
  return rows.toSorted((a, b) => searchIds.indexOf(a.searchId) - searchIds.indexOf(b.searchId));
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

/** How many products each group has on sale, and the communes that most come from, the fullest shelf first. */
export function countOnSale(communeLimit: number): Pick<Facets, "groups" | "communes"> {
  const today = localDateOf(now());
  const { facets } = searchShelf(currentShelf(), {}, { today, offset: 0, limit: 0 });
  return {
    groups: facets.groups,
    communes: facets.communes
      .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
      .slice(0, communeLimit),
  };
}
