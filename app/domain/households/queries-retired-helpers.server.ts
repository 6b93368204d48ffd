import { and, desc, eq, isNull } from "drizzle-orm";
import { auditEntries } from "~db/schema/audit";
import { users } from "~db/schema/identity";
import { reader, type ReadDatabase } from "~/platform/db.server";
import type { RetiredHelper } from "./types-helpers";

/**
 * Somebody who was a helper, by phone or by id; null where nobody was, or is no more but a household's member or a helper
 * again. That the department ended their work is on record: an account that anybody opened is none of these.
 */
export async function findRetiredHelper(
  who: { phone: string } | { agentId: string },
  db: ReadDatabase = reader(),
): Promise<RetiredHelper | null> {
  const [found] = await db
    .select({
      agentId: users.id,
      fullName: users.fullName,
      phone: users.phone,
      retiredAt: auditEntries.occurredAt,
    })
    .from(users)
    .innerJoin(
      auditEntries,
      and(
        eq(auditEntries.subjectKind, "user"),
        eq(auditEntries.subjectId, users.id),
        eq(auditEntries.action, "helper.retire"),
      ),
    )
    .where(
      and(
        "phone" in who ? eq(users.phone, who.phone) : eq(users.id, who.agentId),
        eq(users.role, "buyer"),
        isNull(users.deletedAt),
      ),
    )
    .orderBy(desc(auditEntries.occurredAt), desc(auditEntries.id))
    .limit(1);
  return found ?? null;
}
