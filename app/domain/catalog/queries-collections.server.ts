import { and, asc, eq, gte, inArray, isNull, lte, sql } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { collectionProducts, collections } from "~db/schema/catalog-collections";
import { households } from "~db/schema/households";
import { now } from "~/platform/clock.server";
import { builtOnce, reader, valuesOf } from "~/platform/db.server";
import { textFor, type Language } from "~/platform/language";
import { localDateOf, type LocalDate } from "~/platform/period";
import { collectionStateOn } from "./collection-state";
import { COMPUTED_COLLECTIONS } from "./computed-collections";
import { COLLECTION_PRODUCTS_MAX } from "./forms-collection";
import type { CollectionRow } from "./load-collection.server";
import { isOnSaleOn, listCards, listProducts, PAGE_SIZE } from "./queries.server";
import { currentShelf } from "./shelf/current-shelf.sqlite.server";
import { searchShelf } from "./shelf/search-shelf";
import type {
  CollectionLine,
  CollectionPage,
  CollectionWords,
  EndedCollection,
} from "./types-collection";

const SHOWN_MAX = 20;
const CARDS_EACH = 3;

/** Those that the department shows today, in its order, then those that follow from a rule and have something. */
export async function listCollections(language: Language): Promise<CollectionLine[]> {
  const today = localDateOf(now());
  const rows = await listShown(today);
  const chosen = await listChosen(rows.map((row) => row.id));
  const computed = COMPUTED_COLLECTIONS.map((collection) => {
    const { total, searchIds } = searchShelf(currentShelf(), collection.filter, {
      today,
      offset: 0,
      limit: CARDS_EACH,
    });
    const max = "pageMax" in collection ? collection.pageMax * PAGE_SIZE : total;
    return { ...collection, count: Math.min(total, max), searchIds };
  });
  const firstOf = (row: CollectionRow) => (chosen.get(row.id) ?? []).slice(0, CARDS_EACH);
  const wanted = [...rows.flatMap(firstOf), ...computed.flatMap((one) => one.searchIds)];
  const cards = new Map(
    (await listCards([...new Set(wanted)], language)).map((card) => [card.searchId, card]),
  );
  const cardsOf = (searchIds: readonly number[]) => searchIds.flatMap((id) => cards.get(id) ?? []);
  const curated = rows.map((row) => ({
    slug: row.slug,
    ...describe(row, language),
    count: chosen.get(row.id)?.length ?? 0,
    cards: cardsOf(firstOf(row)),
  }));
  return [
    ...curated.filter((one) => one.count > 0),
    ...computed
      .filter((one) => one.count > 0)
      .map(({ slug, key, count, searchIds }) => ({
        slug,
        ...NO_WORDS,
        computed: key,
        count,
        cards: cardsOf(searchIds),
      })),
  ];
}

const NO_WORDS = { words: null, endsOn: null, isSample: false } as const;

/** One collection with a page of its products; one that is over says only that; null for one not begun or unknown. */
export async function findCollection(
  slug: string,
  page: number,
  language: Language,
): Promise<CollectionPage | EndedCollection | null> {
  const computed = COMPUTED_COLLECTIONS.find((one) => one.slug === slug);
  if (computed) {
    const isOnePage = "pageMax" in computed;
    const list = await listProducts(computed.filter, isOnePage ? 1 : page, language);
    const total = isOnePage ? list.cards.length : list.total;
    const pageCount = isOnePage ? 1 : list.pageCount;
    const { cards } = list;
    return {
      slug,
      ...NO_WORDS,
      computed: computed.key,
      list: { cards, total, page: list.page, pageCount },
    };
  }
  const [row] = await reader()
    .select()
    .from(collections)
    .where(eq(collections.slug, slug))
    .limit(1);
  if (!row) return null;
  const state = collectionStateOn(localDateOf(now()), row);
  if (state === "coming") return null;
  const described = describe(row, language);
  if (state === "ended") {
    const { name, languages } = described.words;
    return { ended: { name, nameLanguage: languages.name } };
  }
  const searchIds = (await listChosen([row.id])).get(row.id) ?? [];
  const pageCount = Math.max(1, Math.ceil(searchIds.length / PAGE_SIZE));
  const shown = Math.min(Math.max(1, page), pageCount);
  const range = searchIds.slice((shown - 1) * PAGE_SIZE, shown * PAGE_SIZE);
  const cards = await listCards(range, language);
  return { slug, ...described, list: { cards, total: searchIds.length, page: shown, pageCount } };
}

/** The first collection of the home page with products in stock, by their numbers on the shelf; null without one. */
export async function findFirstCollection(
  language: Language,
  limit: number,
): Promise<{
  slug: string;
  words: CollectionWords;
  endsOn: LocalDate;
  searchIds: number[];
} | null> {
  const rows = await listShown(localDateOf(now()));
  const chosen = await listChosen(
    rows.map((row) => row.id),
    "in_stock",
  );
  for (const row of rows) {
    const searchIds = (chosen.get(row.id) ?? []).slice(0, limit);
    const { words, endsOn } = describe(row, language);
    if (searchIds.length > 0) return { slug: row.slug, words, endsOn, searchIds };
  }
  return null;
}

const selectShown = builtOnce((db) =>
  db
    .select()
    .from(collections)
    .where(
      and(
        lte(collections.startsOn, sql.placeholder("today")),
        gte(collections.endsOn, sql.placeholder("today")),
        isNull(collections.endedAt),
      ),
    )
    .orderBy(asc(collections.position), asc(collections.startsOn), asc(collections.id))
    .limit(SHOWN_MAX)
    .prepare(),
);

async function listShown(today: LocalDate): Promise<CollectionRow[]> {
  return selectShown().execute({ today });
}

const selectChosen = builtOnce((db) =>
  db
    .select({
      collectionId: collectionProducts.collectionId,
      searchId: products.searchId,
      availableCount: products.availableCount,
    })
    .from(collectionProducts)
    .innerJoin(products, eq(products.id, collectionProducts.productId))
    .innerJoin(households, eq(households.id, products.householdId))
    .where(
      and(
        inArray(collectionProducts.collectionId, valuesOf("collectionIds")),
        isOnSaleOn(sql.placeholder("today")),
      ),
    )
    .orderBy(asc(collectionProducts.position))
    .limit(sql.placeholder("limit"))
    .prepare(),
);

/** The products of collections that are on sale, in their order, by their numbers on the shelf. */
async function listChosen(
  collectionIds: readonly string[],
  which: "all" | "in_stock" = "all",
): Promise<Map<string, number[]>> {
  const chosen = new Map<string, number[]>();
  if (collectionIds.length === 0) return chosen;
  const rows = await selectChosen().execute({
    collectionIds: JSON.stringify(collectionIds),
    today: localDateOf(now()),
    limit: collectionIds.length * COLLECTION_PRODUCTS_MAX,
  });
  for (const { collectionId, searchId, availableCount } of rows) {
    if (which === "in_stock" && availableCount === 0) continue;
    chosen.set(collectionId, [...(chosen.get(collectionId) ?? []), searchId]);
  }
  return chosen;
}

function describe(row: CollectionRow, language: Language) {
  const name = textFor(language, row.name, row.nameEn);
  const intro = textFor(language, row.intro, row.introEn);
  const criterion = textFor(language, row.criterion, row.criterionEn);
  return {
    words: {
      name: name.text,
      intro: intro.text,
      criterion: criterion.text,
      languages: {
        name: name.language,
        intro: intro.language,
        criterion: criterion.language,
      },
    },
    computed: null,
    endsOn: row.endsOn,
    isSample: row.isSample,
  };
}
