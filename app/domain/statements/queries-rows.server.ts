import { and, asc, eq, isNotNull, isNull, ne, or, type SQL } from "drizzle-orm";
import { statementRows } from "~db/schema/statements";
import { reader } from "~/platform/db.server";
import { unseal } from "~/platform/seal.server";
import { ownerOfRow } from "./owner-of-row";
import { readOutcome, type RowFilter } from "./row-filter";
import type { RowKind, RowOutcome } from "./statement-status";
import type { StatementRowView } from "./types";

const ROWS_PAGE_SIZE = 50;

/** How many lines came out otherwise than the check said. */
export async function countDifferent(importId: string): Promise<number> {
  return reader().$count(statementRows, differs(importId));
}

function differs(importId: string) {
  return and(
    eq(statementRows.importId, importId),
    isNotNull(statementRows.found),
    ne(statementRows.found, statementRows.expected),
  );
}

/** Rows of a file by what a person wants to see of it, 50 a page, as the file has them. */
export async function listStatementRows(params: {
  importId: string;
  filter: RowFilter;
  page: number;
}): Promise<{ rows: StatementRowView[]; page: number; pageCount: number }> {
  const condition = and(eq(statementRows.importId, params.importId), conditionOf(params));
  const rowCount = await reader().$count(statementRows, condition);
  const pageCount = Math.max(1, Math.ceil(rowCount / ROWS_PAGE_SIZE));
  const page = Math.min(Math.max(1, params.page), pageCount);
  const rows = await reader()
    .select({
      lineNumber: statementRows.lineNumber,
      kind: statementRows.kind,
      sealedText: statementRows.sealedText,
      errorCode: statementRows.errorCode,
      errorColumn: statementRows.errorColumn,
      occurredAt: statementRows.occurredAt,
      direction: statementRows.direction,
      amountVnd: statementRows.amountVnd,
      gapVnd: statementRows.gapVnd,
      content: statementRows.content,
      expected: statementRows.expected,
      expectedCode: statementRows.expectedCode,
      found: statementRows.found,
    })
    .from(statementRows)
    .where(condition)
    .orderBy(asc(statementRows.lineNumber))
    .limit(ROWS_PAGE_SIZE)
    .offset((page - 1) * ROWS_PAGE_SIZE);
  return { rows: rows.map((row) => open(params.importId, row)), page, pageCount };
}

/** Lines are shown by what was read of them; the text itself is needed where that failed. */
function open<Row extends { kind: RowKind; lineNumber: number; sealedText: string }>(
  importId: string,
  { sealedText, ...row }: Row,
) {
  const { kind, lineNumber } = row;
  const rawText = kind === "line" ? null : unseal(sealedText, ownerOfRow({ importId, lineNumber }));
  return { ...row, rawText };
}

const CONDITIONS: Record<Exclude<RowFilter, RowOutcome>, (importId: string) => SQL | undefined> = {
  all: () => eq(statementRows.kind, "line"),
  errors: () => eq(statementRows.kind, "error"),
  skipped: () => eq(statementRows.kind, "skipped"),
  gaps: () => isNotNull(statementRows.gapVnd),
  different: differs,
};

function conditionOf({ importId, filter }: { importId: string; filter: RowFilter }) {
  const outcome = readOutcome(filter);
  if (outcome === null) return CONDITIONS[filter as keyof typeof CONDITIONS](importId);
  return or(
    eq(statementRows.found, outcome),
    and(isNull(statementRows.found), eq(statementRows.expected, outcome)),
  );
}
