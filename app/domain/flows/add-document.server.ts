import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { addDocument as stateDocument } from "~/domain/catalog/add-document.server";
import type { DocumentForm } from "~/domain/catalog/forms-document";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** A household states a paper of its lot or product; the same form sent twice states one. */
export async function addDocument(
  actor: Actor,
  scope: Scope,
  input: { lotCode: string; document: DocumentForm },
): Promise<Result<null, "lot_not_found">> {
  return inTransaction(async (tx) => {
    const added = await stateDocument(tx, scope, { ...input, actorId: actorIdOf(actor) });
    if (!added.ok) return added;
    const { productId, lotId, isNew } = added.value;
    if (isNew) {
      const { documentId, ...facts } = input.document;
      await recordAction(tx, {
        actor,
        action: "document.add",
        subject: { kind: "document", id: documentId },
        after: { productId, lotId, ...facts },
      });
    }
    return succeed(null);
  });
}
