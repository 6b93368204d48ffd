import type { Actor } from "~/domain/audit/actor";
import type { MoveDocumentCode } from "~/domain/catalog/transition-document.server";
import type { Scope } from "~/domain/identity/scope";
import type { Result } from "~/platform/result";
import { moveDocument } from "./move-document.server";

/** The department has held a document against its paper or its issuer, and found it so. */
export async function checkDocument(
  actor: Actor,
  scope: Scope,
  { documentId }: { documentId: string },
): Promise<Result<null, MoveDocumentCode>> {
  const action = "document.check";
  return moveDocument(actor, scope, { documentId, to: "checked", reason: null, action });
}
