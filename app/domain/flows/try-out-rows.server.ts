import { noteExpected } from "~/domain/statements/note-expected.server";
import { finishCheck } from "~/domain/statements/finish-check.server";
import { listRowsToCheck, type RowAtWork } from "~/domain/statements/queries-work.server";
import type { StatementRecordOfImport, TakenRow } from "~/domain/statements/types";
import { inTransaction } from "~/platform/db.server";
import { takeStatementRow } from "./take-statement-row.server";

/**
 * Finds out what the next lines of a file would be, by taking them in and taking that back: no rule of money is written
 * a second time. Lines that bear on each other are one batch, so each sees what those before it would have done.
 */
export async function tryOutRows(file: StatementRecordOfImport): Promise<void> {
  const rows = await listRowsToCheck(file.id);
  if (rows.length === 0) {
    await inTransaction((tx) => finishCheck(tx, file));
    return;
  }
  const taken = await tryOut(rows, file.accountNumber ?? "");
  await inTransaction((tx) => noteExpected(tx, file, taken));
}

async function tryOut(
  rows: readonly RowAtWork[],
  accountNumber: string,
): Promise<Map<number, TakenRow>> {
  const taken = new Map<number, TakenRow>();
  await inTransaction(async (tx) => {
    for (const row of rows) {
      taken.set(row.lineNumber, await takeStatementRow(tx, row, accountNumber));
    }
    return { ok: false }; // all of it is taken back
  });
  return taken;
}
