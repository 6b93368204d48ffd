import { SYSTEM } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { finishImport } from "~/domain/statements/finish-import.server";
import { isRowOpen, listRowsToTake, type RowAtWork } from "~/domain/statements/queries-work.server";
import type { StatementRecordOfImport } from "~/domain/statements/types";
import { inTransaction } from "~/platform/db.server";
import { takeStatementRow } from "./take-statement-row.server";

/** They stand in line for the database together, in order, and share its commits. */
const ROWS_AT_ONCE = 20;

/**
 * Brings the next lines of a confirmed file into the inbox, the oldest first, each in a transaction of its own with what
 * became of it: so whatever ends the process, a line is in and noted, or neither.
 */
export async function bringInRows(file: StatementRecordOfImport): Promise<void> {
  const rows = await listRowsToTake(file.id, ROWS_AT_ONCE);
  if (rows.length === 0) return finish(file);
  const done = await Promise.allSettled(rows.map((row) => bringIn(row, file.accountNumber ?? "")));
  const failed = done.find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
}

function bringIn(row: RowAtWork, accountNumber: string): Promise<void> {
  return inTransaction(async (tx) => {
    // Another process may have taken it meanwhile.
    if (await isRowOpen(tx, row)) {
      await takeStatementRow(tx, row, accountNumber);
    }
  });
}

async function finish({ id }: StatementRecordOfImport): Promise<void> {
  await inTransaction(async (tx) => {
    const posted = await finishImport(tx, id);
    if (posted === null) return;
    await recordAction(tx, {
      actor: SYSTEM,
      action: "bank_statement.import",
      subject: { kind: "statement_import", id },
      after: posted,
    });
  });
}
