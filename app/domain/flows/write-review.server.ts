import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { isBuyerGone } from "~/domain/identity/queries-gone.server";
import { householdIdsOf, phonesOfHouseholds } from "~/domain/households/queries-membership.server";
import { isSamePhone } from "~/domain/identity/phone";
import { loadReviewedLine, type ReviewedLine } from "~/domain/reviews/queries-records.server";
import type { Stars } from "~/domain/reviews/rating";
import type { ReviewRefusal } from "~/domain/reviews/review-window";
import { writeReview as write } from "~/domain/reviews/write-review.server";
import type { PostStatus } from "~/domain/reviews/post-status";
import { inTransaction, type Transaction } from "~/platform/db.server";
import type { Language } from "~/platform/language";
import { fail, succeed, type Result } from "~/platform/result";

export type ReviewSubmission = {
  checkoutCode: string;
  lineItemId: string;
  stars: Stars;
  text: string;
  isNameShown: boolean;
  pageLanguage: Language;
};

export type WriteReviewCode = ReviewRefusal | "line_not_found" | "own_product" | "buyer_gone";

/**
 * A buyer judges a line of their order; the caller has checked the key of its address. A household cannot have
 * bought from itself, and whoever has joined it since does not judge its goods either.
 */
export async function writeReview(
  actor: Actor,
  { checkoutCode, lineItemId, ...words }: ReviewSubmission,
): Promise<Result<{ status: PostStatus }, WriteReviewCode>> {
  return inTransaction(async (tx) => {
    const line = await loadReviewedLine(tx, { checkoutCode, lineItemId });
    if (!line) return fail("line_not_found");
    if (await isBuyerGone(tx, { thing: "order", code: checkoutCode })) return fail("buyer_gone");
    if (await isSeller(tx, actor, line)) return fail("own_product");
    const written = await write(tx, line, { ...words, actorId: actorIdOf(actor) });
    if (!written.ok) return written;
    const { id, from, status, hasChanged } = written.value;
    if (hasChanged) {
      await recordAction(tx, {
        actor,
        action: "review.write",
        subject: { kind: "post", id },
        before: from === null ? null : { status: from },
        after: { status },
      });
    }
    return succeed({ status });
  });
}

async function isSeller(tx: Transaction, actor: Actor, line: ReviewedLine): Promise<boolean> {
  if (actor.kind === "user") {
    const own = await householdIdsOf(tx, actor.userId);
    if (own.includes(line.householdId)) return true;
  }
  const phones = await phonesOfHouseholds(tx, [line.householdId]);
  return phones.some((phone) => isSamePhone(phone, line.buyerPhone));
}
