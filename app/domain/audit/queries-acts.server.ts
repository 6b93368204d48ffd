import { and, desc, eq, gt } from "drizzle-orm";
import { auditEntries } from "../../../db/schema/audit";
import type { ReadDatabase } from "../../platform/db.server";

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
  return db.$count(auditEntries, and(eq(done, action), eq(by, actorId), gt(occurredAt, since)));
}
