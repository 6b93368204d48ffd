import type { UserActor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { proposeOpening } from "~/domain/settlement/propose-opening.server";
import { confirmedOpening } from "~/domain/settlement/queries-bank-chain.server";
import { findWaitingOpening, readToldOpening } from "~/domain/settlement/queries-openings.server";
import { inTransaction } from "~/platform/db.server";
import type { Vnd } from "~/platform/money";
import { fail, succeed, type Result } from "~/platform/result";

/**
 * An officer says what our account held before the first line that we know. A second person has to agree, also where the
 * bank's own balances say it: one may have brought the file in that tells them.
 */
export async function enterOpening(
  actor: UserActor,
  { amountVnd, note }: { amountVnd: Vnd; note: string },
): Promise<Result<null, "opening_waiting" | "opening_unchanged">> {
  const { toldVnd } = await readToldOpening();
  return inTransaction(async (tx) => {
    if (await findWaitingOpening(tx)) return fail("opening_waiting");
    const confirmedVnd = await confirmedOpening(tx);
    if (confirmedVnd === amountVnd) return fail("opening_unchanged");
    const { userId } = actor;
    const id = await proposeOpening(tx, { amountVnd, toldVnd, note, proposedById: userId });
    await recordAction(tx, {
      actor,
      action: "bank_opening.propose",
      subject: { kind: "bank_opening", id },
      before: { amountVnd: confirmedVnd },
      after: { amountVnd, toldVnd, note },
    });
    return succeed(null);
  });
}
