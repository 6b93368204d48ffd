import { openCardProvider } from "~/domain/payments/open-card-provider.server";
import { findStandingAttempt } from "~/domain/payments/queries-cards-records.server";
import { reader } from "~/platform/db.server";
import { lookAtAttempt } from "./look-at-attempt.server";

/** Asks the provider how the open session of a checkout stands, if there is one; who waits for it need not know more. */
export async function lookAtCard(checkoutId: string): Promise<void> {
  const provider = openCardProvider();
  const attempt = await findStandingAttempt(reader(), checkoutId);
  if (provider !== null && attempt !== null) await lookAtAttempt(provider, attempt);
}
