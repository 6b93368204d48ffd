import { normalisePhone } from "~/domain/identity/phone";
import { loadOutcomes } from "~/domain/training/queries-outcome.server";
import { findSession, listAttendances, searchHouseholds } from "~/domain/training/queries.server";
import type { SessionScope } from "~/domain/training/types";
import { now } from "~/platform/clock.server";
import { newId } from "~/platform/ids";
import { localDateOf } from "~/platform/period";
import { cleanLine } from "~/platform/typed-text";

const TYPED_MAX = 100;

/** All that the page of a session shows to whoever keeps its list; null outside the scope. `typed`: whom they look for. */
export async function loadSessionDesk(
  scope: SessionScope,
  { sessionId, typed }: { sessionId: string; typed: string },
) {
  const session = await findSession(scope, sessionId);
  if (!session) return null;
  const name = cleanLine(typed).slice(0, TYPED_MAX);
  const { ofSession } = await loadOutcomes(scope);
  return {
    session,
    attendances: await listAttendances(sessionId),
    outcome: ofSession(sessionId),
    today: localDateOf(now()),
    attendanceId: newId("tat"),
    typed: name,
    found: await searchHouseholds(sessionId, { name, phone: normalisePhone(name) }),
  };
}
