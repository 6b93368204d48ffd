import { desc, eq } from "drizzle-orm";
import { channelSales } from "~db/schema/statistics-channels";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { fail, succeed, type Result } from "~/platform/result";

export type ChannelWithdrawal = {
  recordId: string;
  /** The vintage that the officer had before them. */
  vintage: number;
  reason: string;
  enteredById: string;
};
export type WithdrawalProblem = "channel_record_not_found" | "channel_changed_since";

/** A figure counts no more; what it said stays to be read. Withdrawn already, nothing is written. */
export async function withdrawChannelSale(
  tx: Transaction,
  { recordId, vintage, reason, enteredById }: ChannelWithdrawal,
): Promise<Result<{ isRepeat: boolean }, WithdrawalProblem>> {
  const [latest] = await tx
    .select()
    .from(channelSales)
    .where(eq(channelSales.recordId, recordId))
    .orderBy(desc(channelSales.vintage))
    .limit(1);
  if (!latest) return fail("channel_record_not_found");
  if (latest.withdrawnReason !== null) return succeed({ isRepeat: true });
  if (latest.vintage !== vintage) return fail("channel_changed_since");
  await tx.insert(channelSales).values({
    ...latest,
    id: newId("chs"),
    vintage: vintage + 1,
    withdrawnReason: reason,
    enteredById,
    enteredAt: now(),
  });
  return succeed({ isRepeat: false });
}
