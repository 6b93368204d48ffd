import type { UserActor } from "~/domain/audit/actor";
import { findEntry } from "~/domain/audit/queries-log.server";
import { recordAction } from "~/domain/audit/record-action.server";
import type { AuditEntry } from "~/domain/audit/types";
import { inTransaction } from "~/platform/db.server";
import type { AuditNames } from "./asked-audit";
import { nameAudit } from "./name-audit.server";

/** An entry with all that it says, for an officer; people may have written anything into it, so the look is noted; null: no such entry. */
export async function lookAtAuditEntry(
  actor: UserActor,
  entryId: string,
): Promise<{ entry: AuditEntry; names: AuditNames } | null> {
  const entry = await findEntry(entryId);
  if (!entry) return null;
  await inTransaction((tx) =>
    recordAction(tx, { actor, action: "audit.look", subject: { kind: "audit", id: entryId } }),
  );
  return { entry, names: await nameAudit([entry]) };
}
