import { eq, inArray } from "drizzle-orm";
import { households } from "~db/schema/households";
import { entryCodes } from "~db/schema/households-entry";
import { users } from "~db/schema/identity";
import type { ReadDatabase } from "~/platform/db.server";
import { deskEvent, ofHousehold, type Found } from "./queries-events-desk.server";

const USED = "used:";

/** Digits that officers handed to households, and that somebody came in by (`used:` and their id). */
export async function loadEntryCodes(db: ReadDatabase, ids: string[]): Promise<Found[]> {
  const codeIds = ids.map((id) => id.replace(USED, ""));
  const rows = await db
    .select({
      code: entryCodes,
      byName: users.fullName,
      household: ofHousehold,
      householdName: households.name,
    })
    .from(entryCodes)
    .innerJoin(users, eq(users.id, entryCodes.madeById))
    .innerJoin(households, eq(households.id, entryCodes.householdId))
    .where(inArray(entryCodes.id, codeIds));
  return rows.flatMap(({ code, byName, household, householdName }) => {
    const of = {
      fromStatus: null,
      reason: null,
      subjectId: household.id,
      name: householdName,
      household,
      householdName,
    };
    const handed = { id: code.id, toStatus: "code_handed", occurredAt: code.madeAt };
    const used = {
      id: USED + code.id,
      toStatus: "code_used",
      occurredAt: code.usedAt ?? code.madeAt,
    };
    return [
      deskEvent("household", { ...of, ...handed }),
      deskEvent("household", { ...of, ...used }),
    ]
      .filter(({ id }) => ids.includes(id))
      .map((event) => ({ ...event, facts: { ...event.facts, byName } }));
  });
}
