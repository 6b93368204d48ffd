import { noteExpected } from "~/domain/statements/note-expected.server";
import { finishCheck } from "~/domain/statements/finish-check.server";
import { listRowsToCheck, type RowAtWork } from "~/domain/statements/queries-work.server";
import type { StatementRecordOfImport, TakenRow } from "~/domain/statements/types";
import { inTransaction, letOthersWork } from "~/platform/db.server";
import { takeForEarlierRows } from "./take-for-earlier-rows.server";
import { takeStatementRow } from "./take-statement-row.server";

/**
 * Finds out what the next lines of a file would be, by taking them in and taking that back: no rule of money is written
 * a second time. Lines that bear on each other are one batch, so each sees what those before it would have done; what late
 * orders take again is carried from batch to batch, since all of them may want the same.
 */
export async function tryOutRows(file: StatementRecordOfImport): Promise<void> {
  const rows = await listRowsToCheck(file.id);
  if (rows.length === 0) {
    await inTransaction((tx) => finishCheck(tx, file));
    return;
  }
  const taken = await tryOut(file, rows);
  await inTransaction((tx) => noteExpected(tx, file, taken));
}

async function tryOut(
  { id, accountNumber }: StatementRecordOfImport,
  rows: readonly RowAtWork[],
): Promise<Map<number, TakenRow>> {
  const taken = new Map<number, TakenRow>();
  await inTransaction(async (tx) => {
    await takeForEarlierRows(tx, id, rows);
    for (const row of rows) {
      taken.set(row.lineNumber, await takeStatementRow(tx, row, accountNumber ?? ""));
      await letOthersWork(); // pages can be read meanwhile
    }
    return { ok: false }; // all of it is taken back
  });
  return taken;
}
