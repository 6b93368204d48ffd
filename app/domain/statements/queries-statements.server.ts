import { count, desc, eq, inArray, max, min, sum } from "drizzle-orm";
import { alias } from "~db/dialect";
import { users } from "~db/schema/identity";
import { statementImports, statementRows } from "~db/schema/statements";
import { reader } from "~/platform/db.server";
import { maskAccount } from "~/domain/payments/mask-account";
import { openStatement } from "./open-statement.server";
import { listOwnAccounts, loadStatement } from "./queries-work.server";
import { countDifferent } from "./queries-rows.server";
import { STATEMENT_FIELDS } from "./statement-columns";
import type {
  ChosenColumn,
  OutcomeCount,
  StatementColumns,
  StatementPage,
  StatementView,
} from "./types";

const PAGE_SIZE = 20;
const SAMPLE_ROWS = 5;
const OUTCOMES_MAX = 60;

const uploader = alias(users, "uploader");
const confirmer = alias(users, "confirmer");

const summary = {
  id: statementImports.id,
  status: statementImports.status,
  fileName: statementImports.fileName,
  uploadedBy: uploader.fullName,
  uploadedAt: statementImports.uploadedAt,
  confirmedBy: confirmer.fullName,
  importedAt: statementImports.importedAt,
  accountNumber: statementImports.accountNumber,
};

/** All files, the newest first. */
export async function listStatements(asked: number): Promise<StatementPage> {
  const importCount = await reader().$count(statementImports);
  const pageCount = Math.max(1, Math.ceil(importCount / PAGE_SIZE));
  const page = Math.min(Math.max(1, asked), pageCount);
  const rows = await reader()
    .select(summary)
    .from(statementImports)
    .innerJoin(uploader, eq(uploader.id, statementImports.uploadedById))
    .leftJoin(confirmer, eq(confirmer.id, statementImports.confirmedById))
    .orderBy(desc(statementImports.uploadedAt), desc(statementImports.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  const imports = rows.map(({ accountNumber, ...row }) => ({
    ...row,
    maskedAccount: accountNumber === null ? null : maskAccount(accountNumber),
  }));
  return { imports, page, pageCount, importCount };
}

/** One file with what its lines are or would be; null when it is not there. */
export async function findStatement(id: string): Promise<StatementView | null> {
  const [row] = await reader()
    .select({
      ...summary,
      byteCount: statementImports.byteCount,
      uploadedById: statementImports.uploadedById,
      mappedById: statementImports.mappedById,
      mappedAt: statementImports.mappedAt,
      confirmedAt: statementImports.confirmedAt,
      withoutErrors: statementImports.withoutErrors,
      openingBalanceVnd: statementImports.openingBalanceVnd,
      closingBalanceVnd: statementImports.closingBalanceVnd,
      matchedVnd: statementImports.matchedVnd,
    })
    .from(statementImports)
    .innerJoin(uploader, eq(uploader.id, statementImports.uploadedById))
    .leftJoin(confirmer, eq(confirmer.id, statementImports.confirmedById))
    .where(eq(statementImports.id, id))
    .limit(1);
  if (!row) return null;
  const { accountNumber, ...found } = row;
  const maskedAccount = accountNumber === null ? null : maskAccount(accountNumber);
  return { ...found, maskedAccount, ...(await countRows(id, row.confirmedAt !== null)) };
}

async function countRows(importId: string, isConfirmed: boolean) {
  const outcome = isConfirmed ? statementRows.found : statementRows.expected;
  const groups = await reader()
    .select({
      kind: statementRows.kind,
      outcome,
      direction: statementRows.direction,
      lineCount: count(),
      totalVnd: sum(statementRows.amountVnd).mapWith(Number),
      gapCount: count(statementRows.gapVnd),
      firstAt: min(statementRows.occurredAt),
      lastAt: max(statementRows.occurredAt),
    })
    .from(statementRows)
    .where(eq(statementRows.importId, importId))
    .groupBy(statementRows.kind, outcome, statementRows.direction)
    .limit(OUTCOMES_MAX);
  const countOf = (wanted: (group: (typeof groups)[number]) => boolean) =>
    groups.filter(wanted).reduce((total, group) => total + group.lineCount, 0);
  const moments = groups.flatMap(({ firstAt, lastAt }) => [firstAt, lastAt]);
  const known = moments.filter((moment) => moment !== null);
  return {
    lineCount: countOf(({ kind }) => kind === "line"),
    errorCount: countOf(({ kind }) => kind === "error"),
    skippedCount: countOf(({ kind }) => kind === "skipped"),
    doneCount: countOf((group) => group.kind === "line" && group.outcome !== null),
    gapCount: groups.reduce((total, group) => total + group.gapCount, 0),
    firstAt: known.length === 0 ? null : Math.min(...known),
    lastAt: known.length === 0 ? null : Math.max(...known),
    differentCount: isConfirmed ? await countDifferent(importId) : 0,
    outcomes: outcomesOf(groups),
  };
}

function outcomesOf(
  groups: readonly {
    outcome: OutcomeCount["outcome"] | null;
    direction: "in" | "out" | null;
    lineCount: number;
    totalVnd: number | null;
  }[],
): OutcomeCount[] {
  const counts = new Map<OutcomeCount["outcome"], OutcomeCount>();
  for (const { outcome, direction, lineCount, totalVnd } of groups) {
    if (outcome === null) continue;
    const found = counts.get(outcome) ?? { outcome, lineCount: 0, inVnd: 0, outVnd: 0 };
    counts.set(outcome, {
      outcome,
      lineCount: found.lineCount + lineCount,
      inVnd: found.inVnd + (direction === "in" ? (totalVnd ?? 0) : 0),
      outVnd: found.outVnd + (direction === "out" ? (totalVnd ?? 0) : 0),
    });
  }
  return [...counts.values()].toSorted((a, b) => b.lineCount - a.lineCount);
}

/** What a person needs to say which column is what; null when the file is not there or was confirmed. */
export async function findStatementColumns(id: string): Promise<StatementColumns | null> {
  const file = await loadStatement(reader(), id);
  if (!file || !["uploaded", "checking", "checked"].includes(file.status)) return null;
  const [named] = await reader()
    .select({ fileName: statementImports.fileName })
    .from(statementImports)
    .where(inArray(statementImports.id, [id]))
    .limit(1);
  const { headings, rows } = await openStatement(file, file.headerLine + SAMPLE_ROWS);
  const ownAccounts = await listOwnAccounts();
  return {
    id,
    fileName: named?.fileName ?? "",
    headings: headings.map((heading) => heading.replaceAll(/\s+/g, " ").trim()),
    sample: rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells),
    mapping: file.mapping,
    accountNumber: file.accountNumber ?? ownAccounts[0] ?? "",
    ownAccounts,
    fields: STATEMENT_FIELDS,
  };
}

/** What each column of a file was said to be, by its heading; for whoever is to say yes to it. */
export async function listChosenColumns(id: string): Promise<ChosenColumn[]> {
  const file = await findStatementColumns(id);
  if (!file) return [];
  return file.fields.flatMap((field) => {
    const column = file.mapping[field];
    if (column === undefined) return [];
    return { field, place: column + 1, heading: file.headings[column] ?? "" };
  });
}

/** What files have posted to orders and not a service that watches the account, over all time. */
export async function sumPostedByStatements(): Promise<{ lineCount: number; totalVnd: number }> {
  const [row] = await reader()
    .select({
      lineCount: sum(statementImports.postedCount).mapWith(Number),
      totalVnd: sum(statementImports.postedVnd).mapWith(Number),
    })
    .from(statementImports);
  return { lineCount: row?.lineCount ?? 0, totalVnd: row?.totalVnd ?? 0 };
}
