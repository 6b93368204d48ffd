import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { decideOpening } from "~/domain/settlement/decide-opening.server";
import { findWaitingOpening, readToldOpening } from "~/domain/settlement/queries-openings.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

/**
 * The second person agrees to an opening balance, and it is booked; or refuses it, which the first may do too.
 * `opening_importer`: it rests on a file that this person brought in, so somebody else has to see it.
 */
export async function answerOpening(
  actor: UserActor,
  { openingId, decision }: { openingId: string; decision: "agree" | "refuse" },
): Promise<Result<null, "opening_gone" | "second_person_needed" | "opening_importer">> {
  const { sources } = await readToldOpening();
  const isImporter = sources.some(({ importers }) =>
    importers.some(({ id }) => id === actor.userId),
  );
  return inTransaction(async (tx) => {
    const opening = await findWaitingOpening(tx);
    if (opening?.id !== openingId) return fail("opening_gone");
    if (decision === "agree" && opening.proposedById === actor.userId) {
      return fail("second_person_needed");
    }
    if (decision === "agree" && isImporter) return fail("opening_importer");
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
