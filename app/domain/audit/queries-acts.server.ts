import { and, eq } from "drizzle-orm";
import { auditEntries } from "../../../db/schema/audit";
import type { ReadDatabase } from "../../platform/db.server";

/** Whether this person has done this to this subject, ever. */
export async function hasDone(
  db: ReadDatabase,
  {
    actorId,
    action,
    subject,
  }: { actorId: string; action: string; subject: { kind: string; id: string } },
): Promise<boolean> {
  const [row] = await db
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.subjectKind, subject.kind),
        eq(auditEntries.subjectId, subject.id),
        eq(auditEntries.action, action),
        eq(auditEntries.actorId, actorId),
      ),
    )
    .limit(1);
  return row !== undefined;
}
