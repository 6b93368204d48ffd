import { eq } from "drizzle-orm";
import { cardDisputes } from "~db/schema/payments-cards";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import type { CardDisputeStatus } from "./card-status";

/** The bank has decided. */
export async function closeCardDispute(
  tx: Transaction,
  { disputeId, status }: { disputeId: string; status: Exclude<CardDisputeStatus, "open"> },
): Promise<void> {
  await tx
    .update(cardDisputes)
    .set({ status, closedAt: now() })
    .where(eq(cardDisputes.id, disputeId));
}
