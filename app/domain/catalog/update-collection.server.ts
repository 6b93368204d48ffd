import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import { collections } from "~db/schema/catalog-collections";
import type { Transaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";
import { collectionRowOf } from "./create-collection.server";
import type { CollectionWordsForm } from "./forms-collection";
import { loadCollection, type CollectionRow } from "./load-collection.server";

/**
 * Other words or days; answers the collection as it was, and whether anything is different. One whose days had passed
 * is shown again by new ones.
 */
export async function updateCollection(
  tx: Transaction,
  input: { slug: string; words: CollectionWordsForm },
): Promise<
  Result<
    { before: CollectionRow; hasChanged: boolean },
    "collection_not_found" | "collection_ended"
  >
> {
  const loaded = await loadCollection(tx, input.slug);
  if (!loaded.ok) return loaded;
  const before = loaded.value;
  const change = collectionRowOf(input.words);
  if (isDeepStrictEqual({ ...before, ...change }, before)) {
    return succeed({ before, hasChanged: false });
  }
  await tx.update(collections).set(change).where(eq(collections.id, before.id));
  return succeed({ before, hasChanged: true });
}
