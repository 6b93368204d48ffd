import { and, eq, sql, sum } from "drizzle-orm";
import { bankTransactions } from "~db/schema/payments";
import { allocationParts, allocations, transfers } from "~db/schema/settlement";
import type { ReadDatabase } from "~/platform/db.server";
import { MAX_DIFFERENCES, type Stretch } from "./queries-reconciliation.server";
import type { LedgerDifference } from "./types";

/** Lines of which another amount left suspense, or the unexplained outflow, than people have said that they were for. */
export async function findAllocationDifferences(
  db: ReadDatabase,
  stretch: Stretch,
): Promise<LedgerDifference[]> {
  const said = db
    .select({ amountVnd: sum(allocationParts.amountVnd) })
    .from(allocations)
    .innerJoin(allocationParts, eq(allocationParts.allocationId, allocations.id))
    .where(
      and(eq(allocations.bankTransactionId, bankTransactions.id), eq(allocations.status, "done")),
    );
  const moved = db
    .select({ amountVnd: sum(transfers.amountVnd) })
    .from(transfers)
    .where(
      and(
        eq(transfers.referenceKind, "bank_transaction"),
        eq(transfers.referenceId, bankTransactions.id),
        sql`(${transfers.debitAccountId} = 'suspense' or ${transfers.creditAccountId} = 'outflow')`,
      ),
    );
  const expectedVnd = sql<number>`coalesce(${said}, 0)`;
  const actualVnd = sql<number>`coalesce(${moved}, 0)`;
  const rows = await db
    .select({
      subjectId: bankTransactions.id,
      expectedVnd: expectedVnd.mapWith(Number),
      actualVnd: actualVnd.mapWith(Number),
    })
    .from(bankTransactions)
    .where(and(stretch, sql`${expectedVnd} <> ${actualVnd}`))
    .limit(MAX_DIFFERENCES);
  return rows.map((row) => ({ name: "line_allocation", ...row }));
}
