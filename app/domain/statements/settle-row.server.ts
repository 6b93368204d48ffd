import { and, eq } from "drizzle-orm";
import { statementRows } from "~db/schema/statements";
import type { Transaction } from "~/platform/db.server";
import type { RowOutcome } from "./statement-status";

/** Notes what a row of a file became, and which line of the inbox it is from now on. */
export async function settleRow(
  tx: Transaction,
  row: { importId: string; lineNumber: number },
  { outcome, bankTransactionId }: { outcome: RowOutcome; bankTransactionId: string },
): Promise<void> {
  await tx
    .update(statementRows)
    .set({ found: outcome, bankTransactionId })
    .where(
      and(eq(statementRows.importId, row.importId), eq(statementRows.lineNumber, row.lineNumber)),
    );
}
