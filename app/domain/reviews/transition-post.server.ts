import { eq } from "drizzle-orm";
import { posts } from "~db/schema/reviews";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import type { Language } from "~/platform/language";
import { fail, succeed, type Result } from "~/platform/result";
import { mayMovePost, type PostStatus, type RefusalReason } from "./post-status";
import { recordPostEvent } from "./record-post-event.server";
import { recountRating } from "./recount-rating.server";
import { flagsOf } from "./word-filter";

export type PostRow = typeof posts.$inferSelect;

export type PostTransition = {
  post: PostRow;
  to: PostStatus;
  /** What its writer made of it; left out when the department moves it. */
  words?: { text: string; language: Language; stars?: number; shownName: string | null };
  /** Said to the writer; null unless it goes out of sight. */
  grounds: { reason: RefusalReason; reasonText: string | null } | null;
  actorId: string | null;
};

/** Moves a post along the table of allowed moves, with its event; a product's stars are counted anew. */
export async function transitionPost(
  tx: Transaction,
  { post, to, words, grounds, actorId }: PostTransition,
): Promise<Result<null, "move_not_allowed">> {
  if (!mayMovePost(post.status, to)) return fail("move_not_allowed");
  const at = now();
  const moved: PostRow = {
    ...post,
    ...(words ? { ...words, ...filed(words), sentAt: laterThan(post.sentAt, at) } : {}),
    status: to,
    reason: grounds?.reason ?? null,
    reasonText: grounds?.reasonText ?? null,
    decidedAt: to === "waiting" ? null : at,
  };
  await tx.update(posts).set(moved).where(eq(posts.id, post.id));
  await recordPostEvent(tx, { post: moved, from: post.status, actorId });
  if (post.kind === "review") await recountRating(tx, post.productId);
  return succeed(null);
}

function filed({ text, shownName }: { text: string; shownName: string | null }) {
  return { hasText: text !== "", flags: flagsOf(`${shownName ?? ""}\n${text}`) };
}

/** Changed words have another moment, also within one millisecond: an officer's form names the one they saw. */
function laterThan(before: number, at: number): number {
  return Math.max(before + 1, at);
}
