import type { AuditAction } from "~/domain/audit/actions";
import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { isLicence } from "~/domain/catalog/document-kinds";
import type { DocumentStatus } from "~/domain/catalog/document-status";
import { findLicensedUntil } from "~/domain/catalog/queries-licence.server";
import {
  transitionDocument,
  type MoveDocumentCode,
} from "~/domain/catalog/transition-document.server";
import { setAlcoholLicence } from "~/domain/households/set-alcohol-licence.server";
import type { Scope } from "~/domain/identity/scope";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/**
 * One move of a document, with its audit entry; the same move sent twice is noted once. What a licence allows its
 * household follows in the same transaction: its alcohol is on sale from then on, or not any more.
 */
export async function moveDocument(
  actor: Actor,
  scope: Scope,
  move: { documentId: string; to: DocumentStatus; reason: string | null; action: AuditAction },
): Promise<Result<null, MoveDocumentCode>> {
  const { documentId, to, reason, action } = move;
  return inTransaction(async (tx) => {
    const actorId = actorIdOf(actor);
    const moved = await transitionDocument(tx, scope, { documentId, to, reason, actorId });
    if (!moved.ok) return moved;
    const { from, kind, householdId, hasMoved } = moved.value;
    if (hasMoved && isLicence(kind)) {
      const licensedUntil = await findLicensedUntil(tx, householdId);
      await setAlcoholLicence(tx, { householdId, licensedUntil });
    }
    if (hasMoved) {
      await recordAction(tx, {
        actor,
        action,
        subject: { kind: "document", id: documentId },
        before: { status: from },
        after: { status: to, reason },
      });
    }
    return succeed(null);
  });
}
