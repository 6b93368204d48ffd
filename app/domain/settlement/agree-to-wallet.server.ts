import { eq } from "drizzle-orm";
import { walletReports } from "~db/schema/settlement-payouts";
import type { Transaction } from "~/platform/db.server";

/** The second person has seen the same. */
export async function agreeToWallet(
  tx: Transaction,
  { disbursementId, agreedById }: { disbursementId: string; agreedById: string },
): Promise<void> {
  await tx
    .update(walletReports)
    .set({ agreedById })
    .where(eq(walletReports.disbursementId, disbursementId));
}
