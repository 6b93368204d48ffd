import { eq, inArray } from "drizzle-orm";
import { householdSuspensions } from "~db/schema/compliance-duties";
import { households } from "~db/schema/households";
import type { ReadDatabase } from "~/platform/db.server";
import { deadline } from "./notice-deadline";
import { deskEvent, ofHousehold, type Found } from "./queries-events-desk.server";

const WITHDRAWN = "withdrawn:";

/** Suspensions that households are told of before, and that are taken back (`withdrawn:` and the id). */
export async function loadSuspensions(db: ReadDatabase, ids: string[]): Promise<Found[]> {
  const rows = await db
    .select({
      suspension: householdSuspensions,
      household: ofHousehold,
      householdName: households.name,
    })
    .from(householdSuspensions)
    .innerJoin(households, eq(households.id, householdSuspensions.householdId))
    .where(
      inArray(
        householdSuspensions.id,
        ids.map((id) => id.replace(WITHDRAWN, "")),
      ),
    );
  return rows.flatMap(({ suspension, household, householdName }) => {
    const { id, toldAt, endedAt, effectiveAt, reason } = suspension;
    const of = {
      fromStatus: null,
      subjectId: household.id,
      name: householdName,
      household,
      householdName,
    };
    const told = deskEvent("household", {
      ...of,
      id,
      toStatus: "suspension_told",
      reason,
      occurredAt: toldAt,
    });
    const withdrawn = deskEvent("household", {
      ...of,
      id: WITHDRAWN + id,
      toStatus: "suspension_withdrawn",
      reason: null,
      occurredAt: endedAt ?? toldAt,
    });
    return [{ ...told, deadlines: deadline("household", effectiveAt) }, withdrawn].filter((event) =>
      ids.includes(event.id),
    );
  });
}
