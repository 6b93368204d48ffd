import { loadOutcomes } from "~/domain/training/queries-outcome.server";
import { findSession, listAttendances, searchHouseholds } from "~/domain/training/queries.server";
import type { Sought } from "~/domain/training/sought";
import type { SessionScope } from "~/domain/training/types";
import { now } from "~/platform/clock.server";
import { newId } from "~/platform/ids";
import { localDateOf } from "~/platform/period";

/** All that the page of a session shows to whoever keeps its list; null outside the scope. */
export async function loadSessionDesk(
  scope: SessionScope,
  { sessionId, sought }: { sessionId: string; sought: Sought },
) {
  const session = await findSession(scope, sessionId);
  if (!session) return null;
  const { ofSession } = await loadOutcomes(scope);
  return {
    session,
    attendances: await listAttendances(sessionId),
    outcome: ofSession(sessionId),
    today: localDateOf(now()),
    attendanceId: newId("tat"),
    typed: sought.name,
    found: await searchHouseholds(sessionId, sought),
  };
}
