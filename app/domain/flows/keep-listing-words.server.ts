import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { keepListingWords as keepWords } from "~/domain/catalog/keep-listing-words.server";
import type { ListingWords } from "~/domain/catalog/listing-answers";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** Keeps what somebody typed in the summary of a draft before they went back to a question. */
export async function keepListingWords(
  actor: Actor,
  scope: Scope,
  typed: { listingId: string; words: ListingWords },
): Promise<Result<null, "listing_not_found">> {
  return inTransaction(async (tx) => {
    const kept = await keepWords(tx, scope, typed);
    if (!kept.ok) return kept;
    const { before, hasChanged } = kept.value;
    if (hasChanged) {
      await recordAction(tx, {
        actor,
        action: "listing.answer",
        subject: { kind: "listing", id: typed.listingId },
        before: { words: before },
        after: { words: typed.words },
      });
    }
    return succeed(null);
  });
}
