import { and, desc, eq, gt } from "drizzle-orm";
import { auditEntries, IS_OF_PERSON } from "../../../db/schema/audit";
import type { ReadDatabase } from "../../platform/db.server";
import type { AuditAction } from "./actions";

type Act = { action: string; subject: { kind: string; id: string }; actorId?: string };

/** When this was last done to this subject, by this person or whoever it was; null: never. */
export async function lastDone(
  db: ReadDatabase,
  { action, subject, actorId }: Act,
): Promise<number | null> {
  const [row] = await db
    .select({ at: auditEntries.occurredAt })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.subjectKind, subject.kind),
        eq(auditEntries.subjectId, subject.id),
        eq(auditEntries.action, action),
        actorId === undefined ? undefined : eq(auditEntries.actorId, actorId),
      ),
    )
    .orderBy(desc(auditEntries.occurredAt))
    .limit(1);
  return row?.at ?? null;
}

/** How often this person has done this since a moment, to whatever. */
export async function countDone(
  db: ReadDatabase,
  { action, actorId, since }: { action: string; actorId: string; since: number },
): Promise<number> {
  const { action: done, actorId: by, occurredAt } = auditEntries;
  return db.$count(
    auditEntries,
    and(IS_OF_PERSON, eq(done, action), eq(by, actorId), gt(occurredAt, since)),
  );
}

const NEWEST_MAX = 20;

/** What was said of this act when this person last did it since a moment, the newest first; at most 20 times. */
export async function listDone(
  db: ReadDatabase,
  { action, actorId, since }: { action: AuditAction; actorId: string; since: number },
): Promise<unknown[]> {
  const { action: done, actorId: by, occurredAt } = auditEntries;
  const rows = await db
    .select({ after: auditEntries.after })
    .from(auditEntries)
    .where(and(IS_OF_PERSON, eq(done, action), eq(by, actorId), gt(occurredAt, since)))
    .orderBy(desc(occurredAt))
    .limit(NEWEST_MAX);
  return rows.map(({ after }) => after);
}
