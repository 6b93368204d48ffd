import { cardEvents } from "~db/schema/payments-cards";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import type { CardEvent } from "./card-provider";
import type { CardEventReason, CardEventStatus } from "./card-status";

export type TakenCardEvent = {
  event: CardEvent;
  fingerprint: string;
  attemptId: string | null;
  toldBy: "webhook" | "list";
  status: CardEventStatus;
  reason: CardEventReason;
};

/** Keeps an event with what was made of it; told again in the same words it changes nothing. */
export async function recordCardEvent(tx: Transaction, taken: TakenCardEvent): Promise<void> {
  const { event, fingerprint, attemptId, toldBy, status, reason } = taken;
  const { about } = event;
  await tx
    .insert(cardEvents)
    .values({
      id: newId("cev"),
      eventId: event.id,
      fingerprint,
      type: event.type,
      aboutKind: about.kind,
      aboutId: about.id,
      attemptId,
      amountVnd: about.money?.amount ?? null,
      currency: about.money?.currency ?? null,
      status,
      reason,
      toldBy,
      isLive: event.isLive,
      occurredAt: event.occurredAt,
      receivedAt: now(),
    })
    .onConflictDoNothing();
}
