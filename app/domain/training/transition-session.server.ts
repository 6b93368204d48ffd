import { eq } from "drizzle-orm";
import { trainingEvents, trainingSessions } from "~db/schema/training";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { localDateOf } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { isPlannedBy } from "./planner";
import { findClosedAt, findSession, hasAttendances } from "./queries.server";
import { hasBegun, mayMoveSession, mayReopen, type SessionStatus } from "./session-status";
import type { SessionScope } from "./types";

export type SessionMove = {
  sessionId: string;
  to: SessionStatus;
  /** Why it does not take place, or its list is opened again. */
  reason: string | null;
  actorId: string | null;
};
export type MoveSessionCode =
  | "training_not_found"
  | "training_over"
  | "training_not_begun"
  | "training_has_list"
  | "training_reopen_late";

/**
 * Closes the list of a session from its day on, opens it again within 7 days, or calls the session off while nobody is
 * on the list.
 */
export async function transitionSession(
  tx: Transaction,
  scope: SessionScope,
  { sessionId, to, reason, actorId }: SessionMove,
): Promise<Result<{ hasMoved: boolean }, MoveSessionCode>> {
  const session = await findSession(scope, sessionId, tx);
  if (!session) return fail("training_not_found");
  const { status: from } = session;
  if (from === to) return succeed({ hasMoved: false });
  if (!mayMoveSession(from, to)) return fail("training_over");
  const occurredAt = now();
  if (to === "held" && !hasBegun(session, localDateOf(occurredAt))) {
    return fail("training_not_begun");
  }
  if (to !== "held" && !isPlannedBy(scope, session)) return fail("training_not_found");
  if (to === "planned" && !mayReopen(session, await findClosedAt(tx, sessionId), occurredAt)) {
    return fail("training_reopen_late");
  }
  if (to === "cancelled" && (await hasAttendances(tx, sessionId))) return fail("training_has_list");
  await tx
    .update(trainingSessions)
    .set({ status: to, statusReason: to === "cancelled" ? reason : null })
    .where(eq(trainingSessions.id, sessionId));
  await tx.insert(trainingEvents).values({
    id: newId("tre"),
    sessionId,
    fromStatus: from,
    toStatus: to,
    reason,
    actorId,
    occurredAt,
  });
  return succeed({ hasMoved: true });
}
