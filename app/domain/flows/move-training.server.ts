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
  | { to: "held" }
  | { /** Households read why. */ to: "cancelled"; reason: string }
  | { /** Opens a closed list again; why is on record. */ to: "planned"; reason: string }
);

const ACTIONS = {
  held: "training.close",
  cancelled: "training.cancel",
  planned: "training.reopen",
} as const;

/** Closes the list of a session, opens it again, or calls the session off. */
export async function moveTraining(
  actor: Actor,
  scope: SessionScope,
  move: Move,
): Promise<Result<null, MoveSessionCode>> {
  const { sessionId, to } = move;
  const reason = move.to === "held" ? null : move.reason;
  return inTransaction(async (tx) => {
    const given = { sessionId, to, reason, actorId: actorIdOf(actor) };
    const moved = await transitionSession(tx, scope, given);
    if (!moved.ok) return moved;
    if (moved.value.hasMoved) {
      await recordAction(tx, {
        actor,
        action: ACTIONS[to],
        subject: { kind: "training_session", id: sessionId },
        after: { reason },
      });
    }
    return succeed(null);
  });
}
