import { asc, eq, gte } from "drizzle-orm";
import { communes } from "~db/schema/places";
import { trainingSessions } from "~db/schema/training";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import type { PublicSession } from "./types";

const COMING_MAX = 60;

/** Sessions from today on, also those called off, by day and hour; at most 60. */
export async function listPublicSessions(): Promise<PublicSession[]> {
  const { id, heldOn, startsAt } = trainingSessions;
  return reader()
    .select({
      id,
      title: trainingSessions.title,
      place: trainingSessions.place,
      heldOn,
      startsAt,
      endsAt: trainingSessions.endsAt,
      teacher: trainingSessions.teacher,
      seatCount: trainingSessions.seatCount,
      status: trainingSessions.status,
      statusReason: trainingSessions.statusReason,
      isSample: trainingSessions.isSample,
      communeName: communes.name,
    })
    .from(trainingSessions)
    .innerJoin(communes, eq(communes.code, trainingSessions.communeCode))
    .where(gte(heldOn, localDateOf(now())))
    .orderBy(asc(heldOn), asc(startsAt), asc(id))
    .limit(COMING_MAX);
}
