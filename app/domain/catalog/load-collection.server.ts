import { eq } from "drizzle-orm";
import { collections } from "~db/schema/catalog-collections";
import type { ReadDatabase } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

export type CollectionRow = typeof collections.$inferSelect;

/** A collection that may still be changed: one that was ended by hand stays as people saw it last. */
export async function loadCollection(
  db: ReadDatabase,
  slug: string,
): Promise<Result<CollectionRow, "collection_not_found" | "collection_ended">> {
  const [row] = await db.select().from(collections).where(eq(collections.slug, slug)).limit(1);
  if (!row) return fail("collection_not_found");
  return row.endedAt === null ? succeed(row) : fail("collection_ended");
}
