import type { Actor } from "~/domain/audit/actor";
import type { MoveDocumentCode } from "~/domain/catalog/transition-document.server";
import type { Scope } from "~/domain/identity/scope";
import type { Result } from "~/platform/result";
import { moveDocument } from "./move-document.server";

/** A household takes back what it stated of a paper; one with a slip is stated anew. */
export async function withdrawDocument(
  actor: Actor,
  scope: Scope,
  { documentId }: { documentId: string },
): Promise<Result<null, MoveDocumentCode>> {
  const action = "document.withdraw";
  return moveDocument(actor, scope, { documentId, to: "withdrawn", reason: null, action });
}
