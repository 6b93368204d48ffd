import type { Actor } from "~/domain/audit/actor";
import type { MoveDocumentCode } from "~/domain/catalog/transition-document.server";
import type { Scope } from "~/domain/identity/scope";
import type { Result } from "~/platform/result";
import { moveDocument } from "./move-document.server";

/** The department did not find a document in order: it is shown no more, and the household reads why. */
export async function refuseDocument(
  actor: Actor,
  scope: Scope,
  input: { documentId: string; reason: string },
): Promise<Result<null, MoveDocumentCode>> {
  return moveDocument(actor, scope, { ...input, to: "refused", action: "document.refuse" });
}
