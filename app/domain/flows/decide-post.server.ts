import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { keepContent } from "~/domain/compliance/keep-content.server";
import { decidePost as decide } from "~/domain/reviews/decide-post.server";
import type { PostDecisionForm } from "~/domain/reviews/forms";
import { POST_DECISIONS, type RefusalReason } from "~/domain/reviews/post-status";
import { loadShownPost } from "~/domain/reviews/queries-shown.server";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { present } from "~/platform/invariant";
import { succeed, type Result } from "~/platform/result";

/** The department decides on what people wrote, and keeps a copy of what it takes down. The same decision sent twice is taken once. */
export async function decidePost(
  actor: UserActor,
  input: PostDecisionForm & { postId: string },
): Promise<
  Result<{ hasMoved: boolean }, "post_not_found" | "post_changed" | "post_already_decided">
> {
  const { postId, decision, seenAt } = input;
  const grounds =
    input.decision === "publish"
      ? null
      : { reason: input.reason, reasonText: input.reasonText === "" ? null : input.reasonText };
  return inTransaction(async (tx) => {
    const actorId = actor.userId;
    const decided = await decide(tx, { postId, decision, seenAt, grounds, actorId });
    if (!decided.ok) return decided;
    const { from, hasMoved } = decided.value;
    if (hasMoved) {
      const isTaken = decision === "take_down" && grounds !== null;
      const keptId = isTaken ? await keepPost(tx, { postId, grounds, actorId }) : null;
      await recordAction(tx, {
        actor,
        action: `post.${decision}`,
        subject: { kind: "post", id: postId },
        before: { status: from },
        after: { status: POST_DECISIONS[decision], ...grounds, ...(keptId ? { keptId } : {}) },
      });
    }
    return succeed({ hasMoved });
  });
}

type Taken = {
  postId: string;
  grounds: { reason: RefusalReason; reasonText: string | null };
  actorId: string;
};

async function keepPost(tx: Transaction, { postId, grounds, actorId }: Taken): Promise<string> {
  const post = present(await loadShownPost(tx, postId), "it was just decided on");
  const { kind: postKind, stars, text, productName, householdId } = post;
  const id = newId("kpt");
  await keepContent(tx, {
    id,
    subjectId: postId,
    householdId,
    title: productName,
    content: { kind: "post", postKind, stars, text, productName, ...grounds },
    photos: [],
    actorId,
  });
  return id;
}
