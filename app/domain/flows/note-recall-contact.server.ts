import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { Scope } from "~/domain/identity/scope";
import {
  noteRecallContact as writeContact,
  type RecallContactNote,
} from "~/domain/orders/note-recall-contact.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** That a buyer of a recalled lot was called, and what came of it; the same form sent twice is noted once. */
export async function noteRecallContact(
  actor: Actor,
  scope: Scope,
  note: Omit<RecallContactNote, "actorId">,
): Promise<Result<null, "recall_not_found">> {
  return inTransaction(async (tx) => {
    const noted = await writeContact(tx, scope, { ...note, actorId: actorIdOf(actor) });
    if (!noted.ok) return noted;
    if (noted.value.isNew) {
      const { lotCode, outcome } = note;
      await recordAction(tx, {
        actor,
        action: "recall.note_contact",
        subject: { kind: "order", id: noted.value.orderId },
        after: { lotCode, outcome },
      });
    }
    return succeed(null);
  });
}
