import { and, eq, isNull } from "drizzle-orm";
import { walletReturns } from "~db/schema/settlement-payouts";
import type { Transaction } from "~/platform/db.server";

/** A second person has seen that it came back; or (`agreedById` null) it did not, and may be said again. */
export async function endWalletReturn(
  tx: Transaction,
  { disbursementId, agreedById }: { disbursementId: string; agreedById: string | null },
): Promise<void> {
  const open = and(
    eq(walletReturns.disbursementId, disbursementId),
    isNull(walletReturns.agreedById),
  );
  await (agreedById === null
    ? tx.delete(walletReturns).where(open)
    : tx.update(walletReturns).set({ agreedById }).where(open));
}
