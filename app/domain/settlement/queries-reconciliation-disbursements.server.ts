import { and, eq, sql } from "drizzle-orm";
import { accountBalances, disbursements } from "~db/schema/settlement";
import type { ReadDatabase } from "~/platform/db.server";
import { MAX_DIFFERENCES, type Stretch } from "./queries-reconciliation.server";
import type { LedgerDifference } from "./types";

/** Disbursements whose amount is not held back while they are approved, or is while they are not. */
export async function findDisbursementDifferences(
  db: ReadDatabase,
  stretch: Stretch,
): Promise<LedgerDifference[]> {
  const { status, amountVnd } = disbursements;
  const expectedVnd = sql<number>`case when ${status} = 'approved' then ${amountVnd} else 0 end`;
  const actualVnd = sql<number>`coalesce(-${accountBalances.balanceVnd}, 0)`;
  const rows = await db
    .select({
      subjectId: disbursements.id,
      expectedVnd: expectedVnd.mapWith(Number),
      actualVnd: actualVnd.mapWith(Number),
    })
    .from(disbursements)
    .leftJoin(
      accountBalances,
      // as settlement/ledger-accounts names accounts
      eq(accountBalances.accountId, sql`'disbursement:' || ${disbursements.id}`),
    )
    .where(and(stretch, sql`${expectedVnd} <> ${actualVnd}`))
    .limit(MAX_DIFFERENCES);
  return rows.map((row) => ({ name: "disbursement_held", ...row }));
}
