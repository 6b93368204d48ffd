import { loadOutcomes } from "~/domain/training/queries-outcome.server";
import { isPlannedBy } from "~/domain/training/planner";
import {
  findClosedAt,
  findSession,
  listAttendances,
  searchHouseholds,
} from "~/domain/training/queries.server";
import { isListOpen, mayReopen } from "~/domain/training/session-status";
import type { Sought } from "~/domain/training/sought";
import type { SessionScope } from "~/domain/training/types";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
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
  const at = now();
  const today = localDateOf(at);
  const closedAt = await findClosedAt(reader(), sessionId);
  return {
    session,
    today,
    isOpen: isListOpen(session, today, scope.kind),
    isChangeable: session.status === "planned" && isPlannedBy(scope, session),
    isReopenable: scope.kind === "all" && mayReopen(session, closedAt, at),
    attendances: await listAttendances(sessionId),
    outcome: ofSession(sessionId),
    attendanceId: newId("tat"),
    typed: sought.name,
    found: await searchHouseholds(sessionId, sought),
  };
}
