import { isDeepStrictEqual } from "node:util";
import { eq } from "drizzle-orm";
import { listingDrafts } from "~db/schema/catalog-listings";
import type { Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import {
  isOpenScreen,
  keepFitting,
  type Answered,
  type ListingAnswers,
  type ListingScreen,
} from "./listing-answers";
import { loadOwnListing } from "./load-own-listing.server";

export type ListingAnswer = {
  listingId: string;
  screen: ListingScreen;
  /** The version that brought the answer which the form showed; 0 where there was none. */
  seen: number;
  value: ListingAnswers[ListingScreen];
};
export type ListingAnswered = {
  before: Answered;
  after: Answered;
  /** False when it was answered so already: nothing was written. */
  hasChanged: boolean;
};

/**
 * Keeps an answer. One that was given meanwhile, on another phone, stays: `listing_changed`. Answers that do not fit
 * it are dropped, and asked again.
 */
export async function answerListing(
  tx: Transaction,
  scope: Scope,
  { listingId, screen, seen, value }: ListingAnswer,
): Promise<Result<ListingAnswered, "listing_not_found" | "listing_changed">> {
  const listing = await loadOwnListing(tx, scope, listingId);
  if (!listing) return fail("listing_not_found");
  const { answers: before, version } = listing;
  const known = before[screen];
  if (known && isSame(known.value, value)) {
    return succeed({ before, after: before, hasChanged: false });
  }
  if ((known?.at ?? 0) !== seen || !isOpenScreen(before, screen)) return fail("listing_changed");
  const at = version + 1;
  const after = keepFitting({ ...before, [screen]: { at, value } });
  await tx
    .update(listingDrafts)
    .set({ answers: after, version: at, touchedAt: now() })
    .where(eq(listingDrafts.id, listingId));
  return succeed({ before, after, hasChanged: true });
}

type Value = ListingAnswers[ListingScreen];

/** The same photo sent again has files of its own. */
function isSame(known: Value, value: Value): boolean {
  const [hash, other] = [hashOf(known), hashOf(value)];
  return hash === null ? isDeepStrictEqual(known, value) : hash === other;
}

function hashOf(value: Value): string | null {
  return typeof value === "object" && value !== null && "hash" in value ? value.hash : null;
}
