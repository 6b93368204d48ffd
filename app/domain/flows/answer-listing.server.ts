import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  answerListing as keepAnswer,
  type ListingAnswer,
} from "~/domain/catalog/answer-listing.server";
import { leavePhoto } from "~/domain/catalog/leave-photo.server";
import type { Answered } from "~/domain/catalog/listing-answers";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

export type AnswerListingCode = "listing_not_found" | "listing_changed";

/** Keeps one answer of a draft, and leaves the photo that another one replaces. Answers what is answered now. */
export async function answerListing(
  actor: Actor,
  scope: Scope,
  answer: ListingAnswer,
): Promise<Result<Answered, AnswerListingCode>> {
  return inTransaction(async (tx) => {
    const kept = await keepAnswer(tx, scope, answer);
    if (!kept.ok) return kept;
    const { before, after, hasChanged } = kept.value;
    if (!hasChanged) return succeed(after);
    const { listingId, screen } = answer;
    const leftPhoto = screen === "photo" ? before.photo?.value : null;
    if (leftPhoto) await leavePhoto(tx, leftPhoto.id);
    await recordAction(tx, {
      actor,
      action: "listing.answer",
      subject: { kind: "listing", id: listingId },
      before: { [screen]: before[screen]?.value ?? null },
      after: { [screen]: answer.value },
    });
    return succeed(after);
  });
}
