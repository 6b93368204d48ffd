import { eq } from "drizzle-orm";
import { posts } from "~db/schema/reviews";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { invariant } from "~/platform/invariant";
import type { Language } from "~/platform/language";
import { fail, succeed, type Result } from "~/platform/result";
import { languageOfText } from "~/platform/vietnamese-letters";
import { createPost } from "./create-post.server";
import type { PostStatus } from "./post-status";
import { hasStandingReply, type ReviewedLine } from "./queries-records.server";
import type { Stars } from "./rating";
import { whyNoReview, type ReviewRefusal } from "./review-window";
import { shownNameOf } from "./shown-name";
import { transitionPost } from "./transition-post.server";

export type WrittenReview = {
  id: string;
  from: PostStatus | null;
  status: PostStatus;
  /** False when exactly this was there already. */
  hasChanged: boolean;
};

/**
 * The buyer's judgement of a delivered line, one a line; sent again it is changed. Stars without a word are shown at
 * once: there is nothing in a number to check, and holding back the low ones would be the only thing to gain.
 */
export async function writeReview(
  tx: Transaction,
  line: ReviewedLine,
  input: {
    stars: Stars;
    text: string;
    isNameShown: boolean;
    pageLanguage: Language;
    actorId: string | null;
  },
): Promise<Result<WrittenReview, ReviewRefusal>> {
  const { stars, text, actorId } = input;
  const [known] = await tx
    .select()
    .from(posts)
    .where(eq(posts.lineItemId, line.lineItemId))
    .limit(1);
  const review = known
    ? { status: known.status, hasReply: await hasStandingReply(tx, known.id) }
    : null;
  // Stars alone are listed nowhere, so they need no name.
  const isNameShown = input.isNameShown && text !== "";
  const shownName = isNameShown ? shownNameOf(line.buyerName) : null;
  const words = { stars, text, language: languageOfText(text, input.pageLanguage), shownName };
  if (known && isSame(known, words)) {
    return succeed({ id: known.id, from: known.status, status: known.status, hasChanged: false });
  }
  const refusal = whyNoReview({ ...line, review }, now());
  if (refusal !== null) return fail(refusal);
  const status = text === "" ? "published" : "waiting";
  if (!known) {
    const { productId, householdId, lineItemId, isSample } = line;
    const subject = { kind: "review", productId, householdId, lineItemId, isSample } as const;
    const id = await createPost(tx, { ...subject, ...words, status, actorId });
    return succeed({ id, from: null, status, hasChanged: true });
  }
  const moved = await transitionPost(tx, {
    post: known,
    to: status,
    words,
    grounds: null,
    actorId,
  });
  invariant(moved.ok, `a review that is ${known.status} and may be changed`);
  return succeed({ id: known.id, from: known.status, status, hasChanged: true });
}

function isSame(
  known: typeof posts.$inferSelect,
  words: { stars: Stars; text: string; shownName: string | null },
): boolean {
  return (
    known.stars === words.stars && known.text === words.text && known.shownName === words.shownName
  );
}
