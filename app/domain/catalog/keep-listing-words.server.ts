import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import { listingDrafts } from "~db/schema/catalog-listings";
import type { Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import type { ListingWords } from "./listing-answers";
import { loadOwnListing } from "./load-own-listing.server";

/**
 * Keeps what was typed in the summary of a draft, the last typed of two; its version stays, since no question was answered.
 * Answers what was kept before and whether that differs.
 */
export async function keepListingWords(
  tx: Transaction,
  scope: Scope,
  { listingId, words }: { listingId: string; words: ListingWords },
): Promise<Result<{ before: ListingWords | null; hasChanged: boolean }, "listing_not_found">> {
  const listing = await loadOwnListing(tx, scope, listingId);
  if (!listing) return fail("listing_not_found");
  const { answers } = listing;
  const before = answers.words ?? null;
  if (isDeepStrictEqual(before, words)) return succeed({ before, hasChanged: false });
  await tx
    .update(listingDrafts)
    .set({ answers: { ...answers, words }, touchedAt: now() })
    .where(eq(listingDrafts.id, listingId));
  return succeed({ before, hasChanged: true });
}
