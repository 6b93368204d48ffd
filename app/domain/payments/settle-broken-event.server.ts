import { and, eq } from "drizzle-orm";
import { cardEvents } from "~db/schema/payments-cards";
import type { Transaction } from "~/platform/db.server";
import type { CardEventReason, CardEventStatus } from "./card-status";

/** What was made in the end of an event that had broken; of any other nothing changes. */
export async function settleBrokenEvent(
  tx: Transaction,
  { id, status, reason }: { id: string; status: CardEventStatus; reason: CardEventReason },
): Promise<void> {
  await tx
    .update(cardEvents)
    .set({ status, reason })
    .where(and(eq(cardEvents.id, id), eq(cardEvents.reason, "broken")));
}
