import { eq } from "drizzle-orm";
import { statementImports, statementRows } from "~db/schema/statements";
import { batchLines } from "./batch-lines";
import { keyLine } from "./key-line.server";
import { nameTouched } from "./name-touched";
import { ownerOfRow } from "./owner-of-row";
import { openStatement } from "./open-statement.server";
import { orderLines } from "./order-lines";
import { listLateNames } from "./queries-late.server";
import { isSameTry } from "./queries-work.server";
import { readRows, type ReadRow } from "./read-rows";
import type { StatementRecordOfImport } from "./types";
import { now } from "~/platform/clock.server";
import { inTransaction, letOthersWork } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { seal } from "~/platform/seal.server";

type NewRow = Omit<typeof statementRows.$inferInsert, "sealedText"> & { rawText: string };
type LineRow = Extract<ReadRow, { kind: "line" }>;

const ROWS_AT_ONCE = 200;

/**
 * Writes down the rows of a file as its columns were said, in batches; done again after it was cut short it ends the
 * same, because a row stands under its line.
 */
export async function readInStatement(file: StatementRecordOfImport): Promise<void> {
  const account = file.accountNumber ?? "";
  const { headings, rows } = await openStatement(file);
  const read = readRows(rows, { mapping: file.mapping, headings, account, now: now() });
  await letOthersWork();
  const { lines, openingBalanceVnd, closingBalanceVnd } = orderLines(
    read.filter((row): row is LineRow => row.kind === "line"),
  );
  const keyed = lines.map((row) => ({ ...row, ...keyLine(row.line, account) }));
  const late = await listLateNames(lines.map(({ line }) => line.content));
  const batches = batchLines(
    keyed.map(({ line, ...keys }) => {
      const touched = nameTouched(line, keys);
      return [...touched, ...touched.flatMap((name) => late.get(name) ?? [])];
    }),
  );
  const newRows: NewRow[] = [
    ...read.filter((row) => row.kind !== "line").map((row) => rowOf(file, row, headings)),
    ...keyed.map(({ kind, line, ...row }, i) => ({
      importId: file.id,
      kind,
      batch: batches[i] ?? null,
      ...line,
      ...row,
      gapVnd: row.gapVnd === null ? null : vnd(row.gapVnd),
    })),
  ];
  for (let start = 0; start < newRows.length; start += ROWS_AT_ONCE) {
    const isCurrent = await inTransaction(async (tx) => {
      if (!(await isSameTry(tx, file))) return false;
      const some = newRows.slice(start, start + ROWS_AT_ONCE).map(sealRow);
      await tx.insert(statementRows).values(some).onConflictDoNothing();
      return true;
    });
    if (!isCurrent) return;
  }
  await inTransaction(async (tx) => {
    if (!(await isSameTry(tx, file))) return;
    await tx
      .update(statementImports)
      .set({ rowsReadAt: now(), openingBalanceVnd, closingBalanceVnd })
      .where(eq(statementImports.id, file.id));
  });
}

function sealRow({ rawText, ...row }: NewRow): typeof statementRows.$inferInsert {
  return { ...row, sealedText: seal(rawText, ownerOfRow(row)) };
}

function rowOf(
  file: StatementRecordOfImport,
  row: Exclude<ReadRow, LineRow>,
  headings: readonly string[],
): NewRow {
  const { kind, lineNumber, rawText } = row;
  const common = { importId: file.id, kind, lineNumber, rawText };
  if (row.kind === "skipped") return common;
  const column = file.mapping[row.field] ?? file.mapping.amount ?? -1;
  return { ...common, errorCode: row.code, errorColumn: oneLine(headings[column] ?? "") };
}

function oneLine(heading: string): string {
  return heading.replaceAll(/\s+/g, " ").trim();
}
