import { eq } from "drizzle-orm";
import { collections } from "~db/schema/catalog-collections";
import type { Transaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";
import { collectionRowOf } from "./create-collection.server";
import type { CollectionWordsForm } from "./forms-collection";
import { loadCollection, type CollectionRow } from "./load-collection.server";

/** Other words or days; answers the collection as it was. One whose days had passed is shown again by new ones. */
export async function updateCollection(
  tx: Transaction,
  input: { slug: string; words: CollectionWordsForm },
): Promise<Result<CollectionRow, "collection_not_found" | "collection_ended">> {
  const loaded = await loadCollection(tx, input.slug);
  if (!loaded.ok) return loaded;
  await tx
    .update(collections)
    .set(collectionRowOf(input.words))
    .where(eq(collections.id, loaded.value.id));
  return succeed(loaded.value);
}
