import { eq } from "drizzle-orm";
import { listingDrafts } from "~db/schema/catalog-listings";
import type { Scope } from "~/domain/identity/scope";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { loadOwnListing, type ListingRow } from "./load-own-listing.server";

/** Takes a draft away; answers what it was. Its photo is its caller's to keep or to leave. */
export async function removeListing(
  tx: Transaction,
  scope: Scope,
  listingId: string,
): Promise<Result<ListingRow, "listing_not_found">> {
  const listing = await loadOwnListing(tx, scope, listingId);
  if (!listing) return fail("listing_not_found");
  await tx.delete(listingDrafts).where(eq(listingDrafts.id, listingId));
  return succeed(listing);
}
