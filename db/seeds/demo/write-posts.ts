import type { PostKind, PostStatus, RefusalReason } from "../../../app/domain/reviews/post-status";
import { flagsOf } from "../../../app/domain/reviews/word-filter";
import type { CompleteLanguage } from "../../../app/platform/language";
import { postEvents, posts } from "../../schema/reviews";
import { prepareInsert } from "../insert-rows";
import type { SampleWriter } from "./sample-writer";

export type SamplePost = {
  kind: PostKind;
  productId: string;
  householdId: string;
  parentId?: string;
  lineItemId?: string;
  stars?: number;
  text: string;
  /** Vietnamese without it. */
  language?: CompleteLanguage;
  shownName: string | null;
  writtenAt: number;
  /** Who wrote it; null for a guest. */
  writerId: string | null;
  /** What became of it, oldest first; those that would lie in the future are left out. */
  decisions: readonly SampleDecision[];
};

export type SampleDecision = {
  to: Exclude<PostStatus, "waiting">;
  at: number;
  reason?: RefusalReason;
  byId: string | null;
};

/** Writes one post a call, with its events, as the flows would have; answers its id and how it stands. */
export function createPostInsert({ connection, newId, day }: SampleWriter) {
  const insert = prepareInsert(connection, posts);
  const insertEvent = prepareInsert(connection, postEvents);

  return (post: SamplePost): { id: string; status: PostStatus; decidedAt: number | null } => {
    const { decisions, writerId, ...words } = post;
    const id = newId("pst", post.writtenAt);
    const taken = decisions.filter((decision) => decision.at < day.endsAt);
    const last = taken.at(-1);
    const status = last?.to ?? "waiting";
    insert({
      parentId: null,
      lineItemId: null,
      stars: null,
      language: "vi",
      ...words,
      id,
      hasText: post.text !== "",
      status,
      flags: flagsOf(post.text),
      reason: last?.reason ?? null,
      reasonText: null,
      isAuthorGone: false,
      sentAt: post.writtenAt,
      decidedAt: last?.at ?? null,
      isSample: true,
    });
    const moves = [
      // Stars alone are shown at once.
      ...(post.text === "" ? [] : [{ to: "waiting" as const, at: post.writtenAt, byId: writerId }]),
      ...taken,
    ];
    let from: PostStatus | null = null;
    for (const { to, at, byId, ...why } of moves) {
      insertEvent({
        id: newId("poe", at),
        postId: id,
        fromStatus: from,
        toStatus: to,
        stars: post.stars ?? null,
        text: post.text,
        shownName: post.shownName,
        reason: "reason" in why ? (why.reason ?? null) : null,
        reasonText: null,
        actorId: byId,
        occurredAt: at,
      });
      from = to;
    }
    return { id, status, decidedAt: last?.at ?? null };
  };
}
