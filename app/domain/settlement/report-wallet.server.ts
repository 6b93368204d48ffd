import { walletReports } from "~db/schema/settlement-payouts";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";

/** Keeps what one person says of a Mobile Money payout, under the telecom's reference. */
export async function reportWallet(
  tx: Transaction,
  input: { disbursementId: string; reference: string; reportedById: string },
): Promise<void> {
  await tx.insert(walletReports).values({ ...input, reportedAt: now(), agreedById: null });
}
