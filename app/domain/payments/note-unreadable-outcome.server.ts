import { unreadableOutcomes } from "~db/schema/payments-unreadable";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";

/** What came of a notice that could not be read; it waits for nobody from then on. */
export async function noteUnreadableOutcome(
  tx: Transaction,
  { noticeId, outcome, notedById }: { noticeId: string; outcome: string; notedById: string },
): Promise<void> {
  await tx.insert(unreadableOutcomes).values({ noticeId, outcome, notedById, notedAt: now() });
}
