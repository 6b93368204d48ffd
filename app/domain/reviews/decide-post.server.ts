import { eq } from "drizzle-orm";
import { posts } from "~db/schema/reviews";
import type { Transaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import {
  POST_DECISIONS,
  type PostDecision,
  type PostStatus,
  type RefusalReason,
} from "./post-status";
import { transitionPost } from "./transition-post.server";

export type DecidedPost = {
  id: string;
  from: PostStatus;
  /** False when it stood there already. */
  hasMoved: boolean;
};

/**
 * The department lets a post through, refuses it or takes it down. It decides on the words that it saw: what its
 * writer has changed meanwhile comes back to be read.
 */
export async function decidePost(
  tx: Transaction,
  input: {
    postId: string;
    decision: PostDecision;
    seenAt: number;
    grounds: { reason: RefusalReason; reasonText: string | null } | null;
    actorId: string | null;
  },
): Promise<Result<DecidedPost, "post_not_found" | "post_changed" | "post_already_decided">> {
  const [post] = await tx.select().from(posts).where(eq(posts.id, input.postId)).limit(1);
  if (!post) return fail("post_not_found");
  const to = POST_DECISIONS[input.decision];
  if (post.sentAt !== input.seenAt) return fail("post_changed");
  if (post.status === to) return succeed({ id: post.id, from: post.status, hasMoved: false });
  const { grounds, actorId } = input;
  const moved = await transitionPost(tx, { post, to, grounds, actorId });
  if (!moved.ok) return fail("post_already_decided");
  return succeed({ id: post.id, from: post.status, hasMoved: true });
}
