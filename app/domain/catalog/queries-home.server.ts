import { inArray, sql } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { now } from "~/platform/clock.server";
import { builtOnce, valuesOf } from "~/platform/db.server";
import type { Language } from "~/platform/language";
import { localDateOf } from "~/platform/period";
import { findFirstCollection } from "./queries-collections.server";
import { listCards } from "./queries.server";
import { currentShelf } from "./shelf/current-shelf.sqlite.server";
import { searchShelf } from "./shelf/search-shelf";
import type { HomeShelves } from "./types-home";
import type { Facets, ProductFilter } from "./types";

/** How many of a list are looked at to choose those of a home page's shelf. */
const LOOKED_AT = 48;

type Choice = { searchId: number; householdId: string; ocopSet: number };

/**
 * The shelves of the home page, read together because their cards are one query. A product stands on the first that
 * it fits: the department's first collection, then what is in its harvest months today, what has four stars or more,
 * and the newest. The last three show no more than two of a household or kind while there are others, so that one harvest does not fill
 * them.
 */
export async function listHomeShelves(eachMax: number, language: Language): Promise<HomeShelves> {
  const collection = await findFirstCollection(language, eachMax);
  const inSeason = listFirst({ inSeason: true, isReady: true });
  const starred = listFirst({ minStars: 4, isReady: true });
  const newest = listFirst({});
  const facts = await readChoices([...new Set([...inSeason, ...starred, ...newest])]);
  const taken = new Set(collection?.searchIds);
  const choose = (searchIds: readonly number[], kindOf: (row: Choice) => unknown) => {
    const rows = searchIds.flatMap((id) => (taken.has(id) ? [] : (facts.get(id) ?? [])));
    const mixed = atMostTwoOf(rows, kindOf);
    const chosen = [...mixed, ...rows.filter((row) => !mixed.includes(row))].slice(0, eachMax);
    for (const { searchId } of chosen) taken.add(searchId);
    return chosen.map((row) => row.searchId);
  };
  const shelves = {
    inSeason: choose(inSeason, (row) => row.householdId),
    starred: choose(starred, (row) => row.ocopSet),
    newest: choose(newest, (row) => row.ocopSet),
  };
  const cards = new Map(
    (await listCards([...taken], language)).map((card) => [card.searchId, card]),
  );
  const cardsOf = (searchIds: readonly number[]) => searchIds.flatMap((id) => cards.get(id) ?? []);
  return {
    collection: collection && {
      slug: collection.slug,
      words: collection.words,
      endsOn: collection.endsOn,
      cards: cardsOf(collection.searchIds),
    },
    inSeason: cardsOf(shelves.inSeason),
    starred: cardsOf(shelves.starred),
    newest: cardsOf(shelves.newest),
  };
}

function listFirst(filter: ProductFilter): number[] {
  const today = localDateOf(now());
  return searchShelf(currentShelf(), filter, { today, offset: 0, limit: LOOKED_AT }).searchIds;
}

const selectChoices = builtOnce((db) =>
  db
    .select({
      searchId: products.searchId,
      householdId: products.householdId,
      ocopSet: products.ocopSet,
    })
    .from(products)
    .where(inArray(products.searchId, valuesOf("searchIds")))
    .limit(sql.placeholder("limit"))
    .prepare(),
);

/** What the home page chooses by. */
async function readChoices(searchIds: readonly number[]): Promise<Map<number, Choice>> {
  const rows = await selectChoices().execute({
    searchIds: JSON.stringify(searchIds),
    limit: searchIds.length,
  });
  return new Map(rows.map((row) => [row.searchId, row]));
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
  const facets = searchShelf(currentShelf(), {}, { today, offset: 0, limit: 0 }).countFacets();
  return {
    groups: facets.groups,
    communes: facets.communes
      .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
      .slice(0, communeLimit),
  };
}
