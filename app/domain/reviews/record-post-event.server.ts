import { postEvents, type posts } from "~db/schema/reviews";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import type { PostStatus } from "./post-status";

/** Notes where a post has moved to, with its words as they are now. */
export async function recordPostEvent(
  tx: Transaction,
  event: { post: typeof posts.$inferSelect; from: PostStatus | null; actorId: string | null },
): Promise<void> {
  const { id, status, stars, text, shownName, reason, reasonText } = event.post;
  await tx.insert(postEvents).values({
    id: newId("poe"),
    postId: id,
    fromStatus: event.from,
    toStatus: status,
    stars,
    text,
    shownName,
    reason,
    reasonText,
    actorId: event.actorId,
    occurredAt: now(),
  });
}
