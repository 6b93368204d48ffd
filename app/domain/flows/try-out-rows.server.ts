import { and, eq, inArray, sum } from "drizzle-orm";
import { statementImports, statementRows } from "~db/schema/statements";
import {
  isSameTry,
  listRowsToCheck,
  type RowAtWork,
} from "~/domain/payments/statement/queries-work.server";
import { MATCHED_OUTCOMES } from "~/domain/payments/statement/matched-outcomes";
import type { StatementRecordOfImport } from "~/domain/payments/statement/types";
import { now } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { takeStatementRow, type TakenRow } from "./take-statement-row.server";

/**
 * Finds out what the next lines of a file would be, by taking them in and taking that back: no rule of money is written
 * a second time. Lines that bear on each other are one batch, so each sees what those before it would have done.
 */
export async function tryOutRows(file: StatementRecordOfImport): Promise<void> {
  const rows = await listRowsToCheck(file.id);
  if (rows.length === 0) return finish(file);
  const taken = await tryOut(rows, file.accountNumber ?? "");
  await inTransaction(async (tx) => {
    if (!(await isSameTry(tx, file))) return;
    for (const row of rows) {
      const result = taken.get(row.lineNumber);
      if (!result) continue;
      await tx
        .update(statementRows)
        .set({ expected: result.outcome, expectedCode: result.code })
        .where(
          and(eq(statementRows.importId, file.id), eq(statementRows.lineNumber, row.lineNumber)),
        );
    }
  });
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

async function finish(file: StatementRecordOfImport): Promise<void> {
  await inTransaction(async (tx) => {
    if (!(await isSameTry(tx, file))) return;
    const [matched] = await tx
      .select({ totalVnd: sum(statementRows.amountVnd).mapWith(Number) })
      .from(statementRows)
      .where(
        and(
          eq(statementRows.importId, file.id),
          eq(statementRows.direction, "in"),
          inArray(statementRows.expected, [...MATCHED_OUTCOMES]),
        ),
      );
    await tx
      .update(statementImports)
      .set({ status: "checked", checkedAt: now(), matchedVnd: vnd(matched?.totalVnd ?? 0) })
      .where(eq(statementImports.id, file.id));
  });
}
