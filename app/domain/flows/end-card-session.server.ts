import { openCardProvider } from "~/domain/payments/open-card-provider.server";
import { findStandingAttempt } from "~/domain/payments/queries-cards-records.server";
import { reader } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { endAttempt } from "./end-attempt.server";

export type EndCardSessionCode = "card_paid" | "card_processing" | "card_unreachable";

/**
 * Before an order is paid another way: nobody may pay it by card any more. Asks the provider, so never inside a
 * transaction. `card_paid`: the card was charged meanwhile, and that is booked. `card_processing`: the buyer's bank has not
 * answered yet. `card_unreachable`: it cannot be known just now. Without an open session nothing is to be done.
 */
export async function endCardSession(
  checkoutId: string,
): Promise<Result<null, EndCardSessionCode>> {
  const attempt = await findStandingAttempt(reader(), checkoutId);
  if (attempt === null) return succeed(null);
  const provider = openCardProvider();
  if (provider === null) return fail("card_unreachable");
  const ended = await endAttempt(provider, attempt, { unless: "never" });
  if (!ended.ok) return ended.code === "card_refused" ? succeed(null) : fail("card_unreachable");
  const { status } = ended.value.attempt;
  if (status === "paid") return fail("card_paid");
  if (ended.value.isProcessing) return fail("card_processing");
  return status === "open" || status === "creating" ? fail("card_unreachable") : succeed(null);
}
