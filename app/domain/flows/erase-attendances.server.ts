import { SYSTEM } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { erasePersons } from "~/domain/training/erase-persons.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** Forgets who was at sessions of long ago and has no household; how many there were stays, and is on record. */
export async function eraseAttendances(): Promise<Result<{ erasedCount: number }>> {
  return inTransaction(async (tx) => {
    const counts = new Map<string, number>();
    const erased = await erasePersons(tx);
    for (const { sessionId } of erased) counts.set(sessionId, (counts.get(sessionId) ?? 0) + 1);
    for (const [id, erasedCount] of counts) {
      await recordAction(tx, {
        actor: SYSTEM,
        action: "training.erase",
        subject: { kind: "training_session", id },
        after: { erasedCount },
      });
    }
    return succeed({ erasedCount: erased.length });
  });
}
