import { eq } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { listingDrafts } from "~db/schema/catalog-listings";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import type { ListingPhoto } from "./listing-answers";
import { LISTINGS_MAX } from "./listing-limits";

export type NewListing = {
  /** Made when the page was shown: the same form sent twice makes one draft, and that one product. */
  listingId: string;
  householdId: string;
  userId: string;
  photo: ListingPhoto | null;
};

/**
 * A draft with its first answer, the photo. `isNew` is false where this page has made it before, whatever has become
 * of it: nothing was written.
 */
export async function createListing(
  tx: Transaction,
  scope: Scope,
  { listingId, householdId, userId, photo }: NewListing,
): Promise<Result<{ isNew: boolean }, "household_not_found" | "listings_full">> {
  if (!isInScope(scope, householdId)) return fail("household_not_found");
  const begun = await tx.$count(listingDrafts, eq(listingDrafts.id, listingId));
  const became = await tx.$count(products, eq(products.id, listingId));
  if (begun + became > 0) return succeed({ isNew: false });
  const openCount = await tx.$count(listingDrafts, eq(listingDrafts.householdId, householdId));
  if (openCount >= LISTINGS_MAX) return fail("listings_full", { count: LISTINGS_MAX });
  const time = now();
  await tx.insert(listingDrafts).values({
    id: listingId,
    householdId,
    userId,
    answers: { photo: { at: 1, value: photo } },
    version: 1,
    createdAt: time,
    touchedAt: time,
  });
  return succeed({ isNew: true });
}
