import { and, count, eq, inArray, isNull, sum } from "drizzle-orm";
import { statementImports, statementRows } from "~db/schema/statements";
import { SYSTEM } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { MATCHED_OUTCOMES } from "~/domain/payments/statement/matched-outcomes";
import { listRowsToTake, type RowAtWork } from "~/domain/payments/statement/queries-work.server";
import type { StatementRecordOfImport } from "~/domain/payments/statement/types";
import { now } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { vnd } from "~/platform/money";
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
    const open = and(
      eq(statementRows.importId, row.importId),
      eq(statementRows.lineNumber, row.lineNumber),
      isNull(statementRows.found),
    );
    // Another process may have taken it meanwhile.
    if ((await tx.$count(statementRows, open)) === 1) {
      await takeStatementRow(tx, row, accountNumber);
    }
  });
}

async function finish({ id }: StatementRecordOfImport): Promise<void> {
  await inTransaction(async (tx) => {
    const [posted] = await tx
      .select({
        lineCount: count(),
        totalVnd: sum(statementRows.amountVnd).mapWith(Number),
      })
      .from(statementRows)
      .where(
        and(
          eq(statementRows.importId, id),
          eq(statementRows.direction, "in"),
          inArray(statementRows.found, [...MATCHED_OUTCOMES]),
        ),
      );
    const postedCount = posted?.lineCount ?? 0;
    const postedVnd = vnd(posted?.totalVnd ?? 0);
    const done = await tx
      .update(statementImports)
      .set({ status: "imported", importedAt: now(), postedCount, postedVnd })
      .where(and(eq(statementImports.id, id), eq(statementImports.status, "importing")))
      .returning({ id: statementImports.id });
    if (done.length === 0) return;
    await recordAction(tx, {
      actor: SYSTEM,
      action: "bank_statement.import",
      subject: { kind: "statement_import", id },
      after: { postedCount, postedVnd },
    });
  });
}
