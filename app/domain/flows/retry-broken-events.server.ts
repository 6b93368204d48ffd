import type { CardProvider } from "~/domain/payments/card-provider";
import { listBrokenEvents, loadAttempt } from "~/domain/payments/queries-cards-records.server";
import { settleBrokenEvent } from "~/domain/payments/settle-broken-event.server";
import { reader } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { judgeCardEvent } from "./judge-card-event";
import { lookAtAttempt } from "./look-at-attempt.server";
import { unlessItThrows } from "./unless-it-throws.server";

const BATCH_SIZE = 20;

/**
 * Looks again where events led on which our books had failed, those that came about last first; what becomes of one is
 * noted on it. One that fails again stays as it is.
 */
export async function retryBrokenEvents(provider: CardProvider): Promise<void> {
  for (const event of await listBrokenEvents(reader(), BATCH_SIZE)) {
    const { id, aboutKind, aboutId, attemptId } = event;
    await unlessItThrows("an event of the card provider that broke", event.eventId, async () => {
      const attempt = present(await loadAttempt(reader(), attemptId ?? ""), "an event of nobody");
      return lookAtAttempt(provider, attempt, {
        sessionId: aboutKind === "session" ? aboutId : null,
        disputeId: aboutKind === "dispute" ? aboutId : null,
        also: (tx, seen) => settleBrokenEvent(tx, { id, ...judgeCardEvent(event, seen) }),
      });
    });
  }
}
