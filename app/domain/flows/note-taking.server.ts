import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { Scope } from "~/domain/identity/scope";
import type { TakingForm } from "~/domain/stalls/forms";
import { noteTaking as write, type NoteTakingCode } from "~/domain/stalls/note-taking.server";
import { inTransaction } from "~/platform/db.server";
import { succeed, type Result } from "~/platform/result";

/** A household notes what it took at its stall: its own book, in no figure of the market. */
export async function noteTaking(
  actor: UserActor,
  scope: Scope,
  input: { householdId: string; taking: TakingForm },
): Promise<Result<null, NoteTakingCode>> {
  return inTransaction(async (tx) => {
    const written = await write(tx, scope, { ...input, notedById: actor.userId });
    if (!written.ok) return written;
    const { takingId, amountVnd, way, takenOn } = input.taking;
    if (written.value.isNew) {
      await recordAction(tx, {
        actor,
        action: "taking.note",
        subject: { kind: "stall_taking", id: takingId },
        after: { householdId: input.householdId, amountVnd, way, takenOn },
      });
    }
    return succeed(null);
  });
}
