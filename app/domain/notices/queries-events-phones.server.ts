import { and, eq, inArray } from "drizzle-orm";
import { householdMembers, households } from "~db/schema/households";
import { phoneChanges, users } from "~db/schema/identity";
import type { ReadDatabase } from "~/platform/db.server";
import { deskEvent, ofHousehold, type Found } from "./queries-events-desk.server";

/** That members of households have another phone; an id names the change and the household (`:` between them). */
export async function loadPhoneChanges(db: ReadDatabase, ids: string[]): Promise<Found[]> {
  const pairs = ids.map((id) => id.split(":")).filter(([, householdId]) => householdId);
  if (pairs.length === 0) return [];
  const rows = await db
    .select({
      id: phoneChanges.id,
      changedAt: phoneChanges.changedAt,
      byName: users.fullName,
      household: ofHousehold,
      householdName: households.name,
    })
    .from(phoneChanges)
    .innerJoin(users, eq(users.id, phoneChanges.userId))
    .innerJoin(householdMembers, eq(householdMembers.userId, phoneChanges.userId))
    .innerJoin(households, eq(households.id, householdMembers.householdId))
    .where(
      and(
        inArray(
          phoneChanges.id,
          pairs.map(([changeId = ""]) => changeId),
        ),
        inArray(
          households.id,
          pairs.map(([, householdId = ""]) => householdId),
        ),
      ),
    );
  return rows
    .map(({ byName, changedAt, ...row }) => {
      const event = deskEvent("household", {
        id: `${row.id}:${row.household.id}`,
        fromStatus: null,
        toStatus: "phone_changed",
        reason: null,
        occurredAt: changedAt,
        subjectId: row.household.id,
        name: row.householdName,
        household: row.household,
        householdName: row.householdName,
      });
      return { ...event, facts: { ...event.facts, byName } };
    })
    .filter(({ id }) => ids.includes(id));
}
