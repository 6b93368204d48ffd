import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import {
  transitionSession,
  type MoveSessionCode,
} from "~/domain/training/transition-session.server";
import type { SessionScope } from "~/domain/training/types";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

type Move = { sessionId: string } & (
  { to: "held" } | { /** Households read why. */ to: "cancelled"; reason: string }
);

/** Closes the list of a session, for good, or calls the session off. */
export async function moveTraining(
  actor: Actor,
  scope: SessionScope,
  move: Move,
): Promise<Result<null, MoveSessionCode>> {
  const { sessionId, to } = move;
  const reason = move.to === "cancelled" ? move.reason : null;
  return inTransaction(async (tx) => {
    const given = { sessionId, to, reason, actorId: actorIdOf(actor) };
    const moved = await transitionSession(tx, scope, given);
    if (!moved.ok) return moved;
    if (moved.value.hasMoved) {
      await recordAction(tx, {
        actor,
        action: to === "held" ? "training.close" : "training.cancel",
        subject: { kind: "training_session", id: sessionId },
        after: { reason },
      });
    }
    return succeed(null);
  });
}
