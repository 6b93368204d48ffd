import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { Scope } from "~/domain/identity/scope";
import { replyToPost as reply } from "~/domain/reviews/reply-to-post.server";
import { inTransaction } from "~/platform/db.server";
import type { Language } from "~/platform/language";
import { succeed, type Result } from "~/platform/result";

/** A household answers a review or a question of its own products. */
export async function replyToPost(
  actor: Actor,
  scope: Scope,
  input: { postId: string; text: string; pageLanguage: Language },
): Promise<Result<null, "post_not_found" | "reply_is_shown">> {
  return inTransaction(async (tx) => {
    const written = await reply(tx, scope, { ...input, actorId: actorIdOf(actor) });
    if (!written.ok) return written;
    const { id, kind, from, hasChanged } = written.value;
    if (hasChanged) {
      await recordAction(tx, {
        actor,
        action: `${kind}.write`,
        subject: { kind: "post", id },
        before: from === null ? null : { status: from },
        after: { status: "waiting" },
      });
    }
    return succeed(null);
  });
}
