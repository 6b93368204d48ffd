import { and, desc, eq, isNotNull, notExists } from "drizzle-orm";
import { auditEntries } from "~db/schema/audit";
import { households } from "~db/schema/households";
import { delegations } from "~db/schema/households-delegations";
import { communes } from "~db/schema/places";
import { reader } from "~/platform/db.server";
import type { RegisteredHousehold } from "./types";

const REGISTERED_SHOWN = 50;

/**
 * Households that this agent has registered and not asked yet whether they may work for them, the newest first; at most
 * 50.
 */
export async function listUnaskedHouseholds(agentId: string): Promise<RegisteredHousehold[]> {
  const db = reader();
  const asked = db
    .select({ id: delegations.id })
    .from(delegations)
    .where(and(eq(delegations.agentId, agentId), eq(delegations.householdId, households.id)));
  return db
    .select({
      id: households.id,
      slug: households.slug,
      name: households.name,
      phone: households.phone,
      communeName: communes.name,
      status: households.status,
    })
    .from(auditEntries)
    .innerJoin(households, eq(households.id, auditEntries.subjectId))
    .innerJoin(communes, eq(communes.code, households.communeCode))
    .where(
      and(
        isNotNull(auditEntries.onBehalfOfId),
        eq(auditEntries.action, "household.register"),
        eq(auditEntries.actorKind, "agent"),
        eq(auditEntries.actorId, agentId),
        notExists(asked),
      ),
    )
    .orderBy(desc(auditEntries.occurredAt), desc(households.id))
    .limit(REGISTERED_SHOWN);
}
