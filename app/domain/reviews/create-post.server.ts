import { posts } from "~db/schema/reviews";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import type { Language } from "~/platform/language";
import type { PostKind } from "./post-status";
import { recordPostEvent } from "./record-post-event.server";
import { recountRating } from "./recount-rating.server";
import { flagsOf } from "./word-filter";

export type NewPost = {
  kind: PostKind;
  productId: string;
  householdId: string;
  parentId?: string;
  lineItemId?: string;
  stars?: number;
  text: string;
  /** Of the text. */
  language: Language;
  shownName: string | null;
  /** `published` only for stars without a word. */
  status: "waiting" | "published";
  actorId: string | null;
  isSample: boolean;
};

/** Keeps what somebody wrote, with its first event and what the filter found in it; answers its id. */
export async function createPost(tx: Transaction, post: NewPost): Promise<string> {
  const { actorId, ...words } = post;
  const id = newId("pst");
  const at = now();
  const row = {
    parentId: null,
    lineItemId: null,
    stars: null,
    ...words,
    id,
    hasText: post.text !== "",
    flags: flagsOf(`${post.shownName ?? ""}\n${post.text}`),
    reason: null,
    reasonText: null,
    isAuthorGone: false,
    writtenAt: at,
    sentAt: at,
    decidedAt: post.status === "published" ? at : null,
  };
  await tx.insert(posts).values(row);
  await recordPostEvent(tx, { post: row, from: null, actorId });
  if (row.kind === "review") await recountRating(tx, row.productId);
  return id;
}
