import { inArray } from "drizzle-orm";
import { postEvents, posts } from "~db/schema/reviews";
import type { Transaction } from "~/platform/db.server";

/** What was written stays to be read, without the name of who wrote it, in its history too. */
export async function forgetAuthor(tx: Transaction, postIds: readonly string[]): Promise<void> {
  if (postIds.length === 0) return;
  const ids = [...postIds];
  await tx.update(posts).set({ shownName: null, isAuthorGone: true }).where(inArray(posts.id, ids));
  await tx.update(postEvents).set({ shownName: null }).where(inArray(postEvents.postId, ids));
}
