import { asc, count, desc, eq, inArray } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { collectionProducts, collections } from "~db/schema/catalog-collections";
import { households } from "~db/schema/households";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { collectionStateOn } from "./collection-state";
import { COLLECTION_PRODUCTS_MAX } from "./forms-collection";
import { offSaleReasonOf } from "./lot-state";
import type { CollectionRow } from "./load-collection.server";
import type { DeskCollection, DeskCollectionLine } from "./types-collection";

const LISTED_MAX = 100;
const ORDER = { shown: 0, coming: 1, ended: 2 } as const;

/** All collections, those that are shown first, at most 100. */
export async function listDeskCollections(): Promise<DeskCollectionLine[]> {
  const rows = await reader()
    .select()
    .from(collections)
    .orderBy(desc(collections.createdAt), desc(collections.id))
    .limit(LISTED_MAX);
  const counts = await reader()
    .select({ id: collectionProducts.collectionId, count: count() })
    .from(collectionProducts)
    .where(
      inArray(
        collectionProducts.collectionId,
        rows.map((row) => row.id),
      ),
    )
    .groupBy(collectionProducts.collectionId)
    .limit(LISTED_MAX);
  const countOf = new Map(counts.map((row) => [row.id, row.count]));
  return rows
    .map((row) => ({ ...lineOf(row), productCount: countOf.get(row.id) ?? 0 }))
    .toSorted((a, b) => ORDER[a.state] - ORDER[b.state] || a.position - b.position);
}

function lineOf(row: CollectionRow) {
  const { slug, name, startsOn, endsOn, position, isSample } = row;
  const state = collectionStateOn(localDateOf(now()), row);
  return { slug, name, startsOn, endsOn, position, isSample, state };
}

/** One collection with its words and its products, whether they are on sale or not; null when there is none. */
export async function findDeskCollection(slug: string): Promise<DeskCollection | null> {
  const [row] = await reader()
    .select()
    .from(collections)
    .where(eq(collections.slug, slug))
    .limit(1);
  if (!row) return null;
  const today = localDateOf(now());
  const chosen = await reader()
    .select({
      id: products.id,
      slug: products.slug,
      name: products.name,
      householdName: households.name,
      status: products.status,
      householdStatus: households.status,
      licensedUntil: households.alcoholLicensedUntil,
      ocopSet: products.ocopSet,
      availableCount: products.availableCount,
    })
    .from(collectionProducts)
    .innerJoin(products, eq(products.id, collectionProducts.productId))
    .innerJoin(households, eq(households.id, products.householdId))
    .where(eq(collectionProducts.collectionId, row.id))
    .orderBy(asc(collectionProducts.position))
    .limit(COLLECTION_PRODUCTS_MAX);
  return {
    ...lineOf(row),
    nameEn: row.nameEn ?? "",
    intro: row.intro,
    introEn: row.introEn ?? "",
    criterion: row.criterion,
    criterionEn: row.criterionEn ?? "",
    isOpen: row.endedAt === null,
    products: chosen.map((row) => {
      const { status, householdStatus, licensedUntil, ocopSet, ...product } = row;
      const offered = { status, householdStatus, licensedUntil, ocopSet };
      return { ...product, isOnSale: offSaleReasonOf(offered, today) === null };
    }),
  };
}
