import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { hasDeparted } from "~/domain/identity/queries-departed.server";
import { confirmEmail } from "~/domain/notices/confirm-email.server";
import { removeEmail } from "~/domain/notices/remove-email.server";
import { setEmail } from "~/domain/notices/set-email.server";
import { inTransaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { present } from "~/platform/invariant";
import { enqueueOutbox } from "~/platform/outbox.server";
import { fail, succeed, type Result } from "~/platform/result";

export type EmailChange =
  | { kind: "set"; email: string }
  | { kind: "confirm"; email: string } // the door has checked its key
  | { kind: "remove" };

/**
 * A person's own e-mail: entered, which sends a mail with a link there, confirmed by that link, or taken away.
 * `email_changed`: another one stands since the link was opened.
 */
export async function changeEmail(
  actor: Actor,
  change: EmailChange,
): Promise<Result<null, "email_changed" | "account_deleted">> {
  const userId = present(actorIdOf(actor), "an e-mail belongs to a person");
  return inTransaction(async (tx) => {
    if (await hasDeparted(tx, userId)) return fail("account_deleted");
    switch (change.kind) {
      case "set": {
        const enteredAt = await setEmail(tx, { userId, email: change.email });
        const id = newId("eml");
        const payload = { id, userId, enteredAt };
        await enqueueOutbox(tx, { kind: "email_confirmation", key: id, payload });
        break;
      }
      case "confirm": {
        const confirmed = await confirmEmail(tx, { userId, email: change.email });
        if (!confirmed.ok) return confirmed;
        break;
      }
      case "remove":
        await removeEmail(tx, userId);
    }
    const subject = { kind: "user", id: userId } as const;
    await recordAction(tx, { actor, action: `email.${change.kind}`, subject });
    return succeed(null);
  });
}
