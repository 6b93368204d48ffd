import { moveAttempt } from "~/domain/payments/move-attempt.server";
import type { CardProvider } from "~/domain/payments/card-provider";
import { listChargesWithoutFee, loadAttempt } from "~/domain/payments/queries-cards-records.server";
import { inTransaction, reader } from "~/platform/db.server";
import { lookAtAttempt } from "./look-at-attempt.server";

const BATCH_SIZE = 20;

/**
 * The provider may book a charge a moment before it knows its own fee: it is asked again until it says. One that it
 * refuses to show is asked for again behind the others.
 */
export async function askChargeFees(provider: CardProvider): Promise<void> {
  for (const { attemptId } of await listChargesWithoutFee(reader(), BATCH_SIZE)) {
    const attempt = await loadAttempt(reader(), attemptId);
    if (attempt === null) continue;
    const looked = await lookAtAttempt(provider, attempt);
    if (!looked.ok || looked.value.doubt !== null) {
      await inTransaction((tx) => moveAttempt(tx, { attemptId }));
    }
    if (!looked.ok && looked.code === "card_unreachable") return;
  }
}
