import { eq } from "drizzle-orm";
import { posts } from "~db/schema/reviews";
import { isInScope, type Scope } from "~/domain/identity/scope";
import type { Transaction } from "~/platform/db.server";
import type { Language } from "~/platform/language";
import { fail, succeed, type Result } from "~/platform/result";
import { languageOfText } from "~/platform/vietnamese-letters";
import { createPost } from "./create-post.server";
import type { PostStatus } from "./post-status";
import { transitionPost } from "./transition-post.server";

export type WrittenReply = {
  id: string;
  kind: "reply" | "answer";
  from: PostStatus | null;
  hasChanged: boolean;
};

/**
 * The household's one word on a published review or question; it may change it until it is shown. What is outside
 * the scope, and what the department has not let through, does not exist for it.
 */
export async function replyToPost(
  tx: Transaction,
  scope: Scope,
  input: { postId: string; text: string; pageLanguage: Language; actorId: string | null },
): Promise<Result<WrittenReply, "post_not_found" | "reply_is_shown">> {
  const { postId, text, actorId } = input;
  const words = { text, language: languageOfText(text, input.pageLanguage), shownName: null };
  const [parent] = await tx.select().from(posts).where(eq(posts.id, postId)).limit(1);
  if (!parent || !isInScope(scope, parent.householdId)) return fail("post_not_found");
  if (parent.status !== "published" || !parent.hasText) return fail("post_not_found");
  if (parent.kind !== "review" && parent.kind !== "question") return fail("post_not_found");
  const kind = parent.kind === "review" ? "reply" : "answer";
  const [known] = await tx.select().from(posts).where(eq(posts.parentId, postId)).limit(1);
  if (!known) {
    const { productId, householdId } = parent;
    const subject = { kind, productId, householdId, parentId: postId, isSample: false } as const;
    const id = await createPost(tx, { ...subject, ...words, status: "waiting", actorId });
    return succeed({ id, kind, from: null, hasChanged: true });
  }
  const written = { id: known.id, kind, from: known.status } as const;
  if (known.text === text && (known.status === "waiting" || known.status === "published")) {
    return succeed({ ...written, hasChanged: false });
  }
  if (known.status === "published" || known.status === "taken_down") return fail("reply_is_shown");
  const moved = await transitionPost(tx, {
    post: known,
    to: "waiting",
    words,
    grounds: null,
    actorId,
  });
  return moved.ok ? succeed({ ...written, hasChanged: true }) : fail("reply_is_shown");
}
