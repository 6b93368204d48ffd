import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { decidePost as decide } from "~/domain/reviews/decide-post.server";
import type { PostDecisionForm } from "~/domain/reviews/forms";
import { POST_DECISIONS } from "~/domain/reviews/post-status";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** The department decides on what people wrote. The same decision sent twice is taken once. */
export async function decidePost(
  actor: Actor,
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
    const actorId = actorIdOf(actor);
    const decided = await decide(tx, { postId, decision, seenAt, grounds, actorId });
    if (!decided.ok) return decided;
    const { from, hasMoved } = decided.value;
    if (hasMoved) {
      await recordAction(tx, {
        actor,
        action: `post.${decision}`,
        subject: { kind: "post", id: postId },
        before: { status: from },
        after: { status: POST_DECISIONS[decision], ...grounds },
      });
    }
    return succeed({ hasMoved });
  });
}
