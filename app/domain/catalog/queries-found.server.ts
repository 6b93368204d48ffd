import { and, asc, between, eq, inArray } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { households } from "~db/schema/households";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { textFor, type Language } from "~/platform/language";
import { localDateOf, type LocalDate } from "~/platform/period";
import { INDEXED_LISTS } from "./indexed-lists";
import { isOnSaleOn, listCards } from "./queries.server";
import { currentShelf } from "./shelf/current-shelf.sqlite.server";
import { searchShelf } from "./shelf/search-shelf";
import { cardVersion } from "./card-version.server";
import type { NewProductEntry, ProductFilter } from "./types";

/**
 * How many products a part of the sitemap stands for. Far below the 50,000 addresses that a file may have, so that
 * one is made in a few milliseconds and fits into memory whole.
 */
const PART_SIZE = 1_000;

/** The parts that have a product on sale: part n holds the numbers (`search_id`) from `n * PART_SIZE - PART_SIZE + 1`. */
export function listProductParts(): number[] {
  const shelf = currentShelf();
  const parts = new Set<number>();
  shelf.searchIds.forEach((searchId, slot) => {
    if (shelf.onSale.has(slot)) parts.add(Math.ceil(searchId / PART_SIZE));
  });
  return [...parts].toSorted((a, b) => a - b);
}

/** The products on sale of one part. What a product says changes only while it is not on sale. */
export async function listProductsOfPart(
  part: number,
): Promise<{ slug: string; publishedOn: LocalDate }[]> {
  const last = part * PART_SIZE;
  const rows = await reader()
    .select({ slug: products.slug, publishedAt: products.publishedAt })
    .from(products)
    .innerJoin(households, eq(households.id, products.householdId))
    .where(
      and(isOnSaleOn(localDateOf(now())), between(products.searchId, last - PART_SIZE + 1, last)),
    )
    .orderBy(asc(products.searchId))
    .limit(PART_SIZE);
  return rows.map(({ slug, publishedAt }) => ({
    slug,
    publishedOn: localDateOf(publishedAt ?? 0),
  }));
}

/** The lists that search engines may keep and that have something. */
export function listIndexedLists(): ProductFilter[] {
  const today = localDateOf(now());
  const shelf = currentShelf();
  return INDEXED_LISTS.filter(
    (filter) => searchShelf(shelf, filter, { today, offset: 0, limit: 0 }).total > 0,
  );
}

/** What was put on sale last, the newest first. */
export async function listNewest(limit: number, language: Language): Promise<NewProductEntry[]> {
  const shelf = currentShelf();
  const searchIds = shelf.onSale.highest(0, limit).map((slot) => shelf.searchIds[slot] ?? 0);
  if (searchIds.length === 0) return [];
  const cards = await listCards(searchIds, language);
  const rows = await reader()
    .select({
      id: products.id,
      description: products.description,
      descriptionEn: products.descriptionEn,
      publishedAt: products.publishedAt,
      isSample: products.isSample,
    })
    .from(products)
    .where(inArray(products.searchId, searchIds))
    .limit(limit);
  const more = new Map(rows.map((row) => [row.id, row]));
  return cards.flatMap((card) => {
    const row = more.get(card.id);
    if (!row) return [];
    const { description, descriptionEn, publishedAt, isSample } = row;
    return {
      ...card,
      description: textFor(language, description, descriptionEn).text,
      publishedAt: publishedAt ?? 0,
      cardVersion: cardVersion({ ...card, isSample }, language),
    };
  });
}
