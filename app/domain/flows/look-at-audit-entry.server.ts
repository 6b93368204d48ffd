import type { UserActor } from "~/domain/audit/actor";
import { findEntry } from "~/domain/audit/queries-log.server";
import { listDone } from "~/domain/audit/queries-acts.server";
import { recordAction } from "~/domain/audit/record-action.server";
import { isSubjectKind } from "~/domain/audit/subject-kinds";
import type { AuditEntry } from "~/domain/audit/types";
import { now } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import type { AuditNames } from "./asked-audit";
import { ONE_LOOK_MS } from "./search-audit.server";
import { nameAudit } from "./name-audit.server";

/**
 * An entry with all that it says, for an officer; people may have written anything into it, so the look is noted
 * at what the entry is about, where others look for it; null: no such entry.
 */
export async function lookAtAuditEntry(
  actor: UserActor,
  entryId: string,
): Promise<{ entry: AuditEntry; names: AuditNames } | null> {
  const entry = await findEntry(entryId);
  if (!entry) return null;
  await noteLook(actor, entry);
  return { entry, names: await nameAudit([entry]) };
}

async function noteLook(actor: UserActor, { id, subjectKind, subjectId }: AuditEntry) {
  await inTransaction(async (tx) => {
    const since = now() - ONE_LOOK_MS;
    const looks = await listDone(tx, { action: "audit.look", actorId: actor.userId, since });
    const after = { entryId: id };
    if (looks.some((one) => JSON.stringify(one) === JSON.stringify(after))) return;
    const subject = isSubjectKind(subjectKind)
      ? { kind: subjectKind, id: subjectId }
      : ({ kind: "audit", id } as const);
    await recordAction(tx, { actor, action: "audit.look", subject, after });
  });
}
