import { walletReturns } from "~db/schema/settlement-payouts";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";

/** Keeps what one person says of a Mobile Money payout that came back. */
export async function reportWalletReturn(
  tx: Transaction,
  input: { disbursementId: string; note: string; reportedById: string },
): Promise<void> {
  await tx.insert(walletReturns).values({ ...input, reportedAt: now(), agreedById: null });
}
