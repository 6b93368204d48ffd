import { eq, like, or } from "drizzle-orm";
import { collections } from "~db/schema/catalog-collections";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { slugOf } from "~/platform/fold";
import { COMPUTED_COLLECTIONS } from "./computed-collections";
import type { CollectionWordsForm } from "./forms-collection";
import { firstFreeSlug } from "./product-slug";

export type NewCollection = {
  /** Made when the form was shown: the same form sent twice makes one collection. */
  collectionId: string;
  words: CollectionWordsForm;
};

/** A collection without products yet; its address is its name, numbered where taken, and stays. */
export async function createCollection(
  tx: Transaction,
  { collectionId, words }: NewCollection,
): Promise<{ slug: string; isNew: boolean }> {
  const [known] = await tx
    .select({ slug: collections.slug })
    .from(collections)
    .where(eq(collections.id, collectionId))
    .limit(1);
  if (known) return { slug: known.slug, isNew: false };
  const base = slugOf(words.name) || "bo-suu-tap";
  const taken = await tx
    .select({ slug: collections.slug })
    .from(collections)
    .where(or(eq(collections.slug, base), like(collections.slug, `${base}-%`)));
  const slug = firstFreeSlug(base, [
    ...taken.map((row) => row.slug),
    ...COMPUTED_COLLECTIONS.map((one) => one.slug),
  ]);
  await tx
    .insert(collections)
    .values({ id: collectionId, slug, ...collectionRowOf(words), createdAt: now() });
  return { slug, isNew: true };
}

/** English that was left empty is none: readers then get the Vietnamese. */
export function collectionRowOf(words: CollectionWordsForm) {
  return {
    ...words,
    nameEn: words.nameEn || null,
    introEn: words.introEn || null,
    criterionEn: words.criterionEn || null,
  };
}
