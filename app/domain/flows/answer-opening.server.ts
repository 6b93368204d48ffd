import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { decideOpening } from "~/domain/settlement/decide-opening.server";
import { findWaitingOpening } from "~/domain/settlement/queries-openings.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/** The second person agrees to an opening balance, and it is booked; or refuses it, which the first may do too. */
export async function answerOpening(
  actor: UserActor,
  { openingId, decision }: { openingId: string; decision: "agree" | "refuse" },
): Promise<Result<null, "opening_gone" | "second_person_needed">> {
  return inTransaction(async (tx) => {
    const opening = await findWaitingOpening(tx);
    if (opening?.id !== openingId) return fail("opening_gone");
    if (decision === "agree" && opening.proposedById === actor.userId) {
      return fail("second_person_needed");
    }
    const status = decision === "agree" ? "confirmed" : "refused";
    await decideOpening(tx, { opening, status, decidedById: actor.userId });
    await recordAction(tx, {
      actor,
      action: decision === "agree" ? "bank_opening.confirm" : "bank_opening.refuse",
      subject: { kind: "bank_opening", id: opening.id },
      after: { amountVnd: opening.amountVnd },
    });
    return succeed(null);
  });
}
