import { eq } from "drizzle-orm";
import { listingDrafts } from "~db/schema/catalog-listings";
import { isInScope, type Scope } from "~/domain/identity/scope";
import type { ReadDatabase } from "~/platform/db.server";

export type ListingRow = typeof listingDrafts.$inferSelect;

/** A draft of a household in the scope, for a command to decide on; else null. */
export async function loadOwnListing(
  db: ReadDatabase,
  scope: Scope,
  listingId: string,
): Promise<ListingRow | null> {
  const [row] = await db
    .select()
    .from(listingDrafts)
    .where(eq(listingDrafts.id, listingId))
    .limit(1);
  return row && isInScope(scope, row.householdId) ? row : null;
}
