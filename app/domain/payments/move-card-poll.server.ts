import { cardPolls } from "~db/schema/payments-cards";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";

/** How far the provider's events have been read by now, and whether it answered. */
export async function moveCardPoll(
  tx: Transaction,
  { cursorSeconds, failure }: { cursorSeconds: number; failure: string | null },
): Promise<void> {
  const at = failure === null ? { succeededAt: now(), failure } : { failedAt: now(), failure };
  const set = { cursorSeconds, ...at };
  await tx
    .insert(cardPolls)
    .values({ provider: "stripe", ...set })
    .onConflictDoUpdate({ target: cardPolls.provider, set });
}
