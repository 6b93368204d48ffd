import { eq } from "drizzle-orm";
import { documentEvents, documents } from "~db/schema/catalog";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { fail, succeed, type Result } from "~/platform/result";
import type { DocumentKind } from "./document-kinds";
import { mayMoveDocument, type DocumentStatus } from "./document-status";

export type DocumentMove = {
  documentId: string;
  to: DocumentStatus;
  /** Why it was refused; the household reads it. */
  reason: string | null;
  actorId: string | null;
};
export type DocumentMoved = {
  from: DocumentStatus;
  kind: DocumentKind;
  householdId: string;
  /** False when it stood there already: nothing was written. */
  hasMoved: boolean;
};
export type MoveDocumentCode = "document_not_found" | "move_not_allowed";

/** Moves a document along the table of allowed moves, with its event. */
export async function transitionDocument(
  tx: Transaction,
  scope: Scope,
  { documentId, to, reason, actorId }: DocumentMove,
): Promise<Result<DocumentMoved, MoveDocumentCode>> {
  const [row] = await tx
    .select({
      status: documents.status,
      kind: documents.kind,
      householdId: documents.householdId,
    })
    .from(documents)
    .where(eq(documents.id, documentId))
    .limit(1);
  if (!row || !isInScope(scope, row.householdId)) return fail("document_not_found");
  const { status: from, ...paper } = row;
  if (from === to) return succeed({ from, ...paper, hasMoved: false });
  if (!mayMoveDocument(from, to)) return fail("move_not_allowed");
  await tx
    .update(documents)
    .set({ status: to, statusReason: reason })
    .where(eq(documents.id, documentId));
  await tx.insert(documentEvents).values({
    id: newId("dev"),
    documentId,
    fromStatus: from,
    toStatus: to,
    reason,
    actorId,
    occurredAt: now(),
  });
  return succeed({ from, ...paper, hasMoved: true });
}
