import { and, eq } from "drizzle-orm";
import { statementRows } from "~db/schema/statements";
import type { Transaction } from "~/platform/db.server";
import { isSameTry } from "./queries-work.server";
import type { StatementRecordOfImport, TakenRow } from "./types";

/** Notes what lines would be, by their number in the file; dropped when other columns were said meanwhile. */
export async function noteExpected(
  tx: Transaction,
  file: StatementRecordOfImport,
  taken: ReadonlyMap<number, TakenRow>,
): Promise<void> {
  if (!(await isSameTry(tx, file))) return;
  for (const [lineNumber, { outcome, code }] of taken) {
    await tx
      .update(statementRows)
      .set({ expected: outcome, expectedCode: code })
      .where(and(eq(statementRows.importId, file.id), eq(statementRows.lineNumber, lineNumber)));
  }
}
