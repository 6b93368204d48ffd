import { eq } from "drizzle-orm";
import { users } from "~db/schema/identity";
import { walletReports, walletReturns } from "~db/schema/settlement-payouts";
import type { ReadDatabase } from "~/platform/db.server";
import type { WalletReport, WalletReturn } from "./types-payouts";

/** What was said of a Mobile Money payout, or under a reference; null: nothing. */
export async function findWalletReport(
  db: ReadDatabase,
  by: { disbursementId: string } | { reference: string },
): Promise<WalletReport | null> {
  const [row] = await db
    .select({
      disbursementId: walletReports.disbursementId,
      reference: walletReports.reference,
      reportedById: walletReports.reportedById,
      reportedByName: users.fullName,
      agreedById: walletReports.agreedById,
    })
    .from(walletReports)
    .innerJoin(users, eq(users.id, walletReports.reportedById))
    .where(
      "reference" in by
        ? eq(walletReports.reference, by.reference)
        : eq(walletReports.disbursementId, by.disbursementId),
    )
    .limit(1);
  return row ?? null;
}

/** That a Mobile Money payout came back, as somebody says; null: nobody does. */
export async function findWalletReturn(
  db: ReadDatabase,
  disbursementId: string,
): Promise<WalletReturn | null> {
  const [row] = await db
    .select({
      note: walletReturns.note,
      reportedById: walletReturns.reportedById,
      reportedByName: users.fullName,
      reportedAt: walletReturns.reportedAt,
      agreedById: walletReturns.agreedById,
    })
    .from(walletReturns)
    .innerJoin(users, eq(users.id, walletReturns.reportedById))
    .where(eq(walletReturns.disbursementId, disbursementId))
    .limit(1);
  return row ?? null;
}
