import { and, asc, count, desc, eq, gte, inArray, isNotNull, isNull, or, sum } from "drizzle-orm";
import { payments } from "~db/schema/payments";
import { statementImports, statementRows } from "~db/schema/statements";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { MATCHED_OUTCOMES } from "./matched-outcomes";
import type { StatementMapping } from "./statement-columns";
import type { StatementRecordOfImport } from "./types";

const OWN_ACCOUNTS_MAX = 20;
const AT_WORK_MAX = 5;
const KINDS_MAX = 60;

/** Our accounts: of today's settings first, and those that payments were opened with before they changed. */
export async function listOwnAccounts(): Promise<string[]> {
  const rows = await reader()
    .selectDistinct({ accountNumber: payments.accountNumber })
    .from(payments)
    .limit(OWN_ACCOUNTS_MAX);
  return [
    ...new Set([settings().BANK_ACCOUNT_NUMBER, ...rows.map(({ accountNumber }) => accountNumber)]),
  ];
}

const columns = {
  id: statementImports.id,
  status: statementImports.status,
  delimiter: statementImports.delimiter,
  headerLine: statementImports.headerLine,
  mapping: statementImports.mapping,
  accountNumber: statementImports.accountNumber,
  uploadedById: statementImports.uploadedById,
  mappedById: statementImports.mappedById,
  mappedAt: statementImports.mappedAt,
  rowsReadAt: statementImports.rowsReadAt,
  matchedVnd: statementImports.matchedVnd,
};

export async function loadStatement(
  db: ReadDatabase,
  id: string,
): Promise<StatementRecordOfImport | null> {
  const [row] = await db
    .select(columns)
    .from(statementImports)
    .where(eq(statementImports.id, id))
    .limit(1);
  return row ?? null;
}

export async function findStatementByHash(
  db: ReadDatabase,
  sha256: string,
): Promise<string | null> {
  const [row] = await db
    .select({ id: statementImports.id })
    .from(statementImports)
    .where(eq(statementImports.sha256, sha256))
    .limit(1);
  return row?.id ?? null;
}

/** False once somebody has said other columns than those that this try began with. */
export async function isSameTry(
  db: ReadDatabase,
  { id, mappedAt }: StatementRecordOfImport,
): Promise<boolean> {
  const same = and(
    eq(statementImports.id, id),
    eq(statementImports.mappedAt, mappedAt ?? 0),
    eq(statementImports.status, "checking"),
  );
  return (await db.$count(statementImports, same)) === 1;
}

/** What a person last said of a file with these headings. */
export async function findLastMapping(headerHash: string): Promise<StatementMapping | null> {
  const [row] = await reader()
    .select({ mapping: statementImports.mapping })
    .from(statementImports)
    .where(and(eq(statementImports.headerHash, headerHash), isNotNull(statementImports.mappedAt)))
    .orderBy(desc(statementImports.mappedAt))
    .limit(1);
  return row?.mapping ?? null;
}

/** Files that are being tried out or brought in, the oldest first. */
export async function listStatementsAtWork(): Promise<StatementRecordOfImport[]> {
  return reader()
    .select(columns)
    .from(statementImports)
    .where(inArray(statementImports.status, ["checking", "importing"]))
    .orderBy(asc(statementImports.uploadedAt))
    .limit(AT_WORK_MAX);
}

export type RowAtWork = typeof statementRows.$inferSelect;

/** The next lines to try out: all of one batch. */
export async function listRowsToCheck(importId: string): Promise<RowAtWork[]> {
  const [next] = await reader()
    .select({ batch: statementRows.batch })
    .from(statementRows)
    .where(
      and(
        eq(statementRows.importId, importId),
        isNotNull(statementRows.batch),
        isNull(statementRows.expected),
      ),
    )
    .orderBy(asc(statementRows.batch))
    .limit(1);
  if (!next || next.batch === null) return [];
  return reader()
    .select()
    .from(statementRows)
    .where(and(eq(statementRows.importId, importId), eq(statementRows.batch, next.batch)))
    .orderBy(asc(statementRows.position))
    .limit(100_000); // a batch is as large as its lines bear on each other
}

/** The next lines to bring in, the oldest first. */
export async function listRowsToTake(importId: string, limit: number): Promise<RowAtWork[]> {
  return reader()
    .select()
    .from(statementRows)
    .where(
      and(
        eq(statementRows.importId, importId),
        isNotNull(statementRows.position),
        isNull(statementRows.found),
      ),
    )
    .orderBy(asc(statementRows.position))
    .limit(limit);
}

/** What this person's files gave to orders since then without anybody else's yes. */
export async function sumConfirmedAlone(
  db: ReadDatabase,
  { userId, since }: { userId: string; since: number },
): Promise<number> {
  const [row] = await db
    .select({ totalVnd: sum(statementImports.matchedVnd).mapWith(Number) })
    .from(statementImports)
    .where(
      and(
        eq(statementImports.confirmedById, userId),
        gte(statementImports.confirmedAt, since),
        or(eq(statementImports.uploadedById, userId), eq(statementImports.mappedById, userId)),
      ),
    );
  return row?.totalVnd ?? 0;
}

/**
 * What a file would add to the books, in and out, whatever for: lines that are known already or none of ours add
 * nothing. `sendsCount`: how many name money that was prepared to be sent; approved after the file was checked, it would
 * count as sent.
 */
export async function sumAdded(
  db: ReadDatabase,
  importId: string,
): Promise<{ totalVnd: number; sendsCount: number }> {
  const rows = await db
    .select({
      expected: statementRows.expected,
      lineCount: count(),
      totalVnd: sum(statementRows.amountVnd).mapWith(Number),
    })
    .from(statementRows)
    .where(eq(statementRows.importId, importId))
    .groupBy(statementRows.expected);
  const added = rows.filter(({ expected }) => expected !== null && !ADDS_NOTHING.has(expected));
  return {
    totalVnd: added.reduce((total, row) => total + row.totalVnd, 0),
    sendsCount: rows
      .filter(({ expected }) => expected !== null && SENDS.has(expected))
      .reduce((total, row) => total + row.lineCount, 0),
  };
}

const SENDS = new Set<string>(["disbursed", "disbursement_differs"]);
const ADDS_NOTHING = new Set<string>(["known", "conflict", "not_positive", "other_account"]);

/** What of a file's lines is, or would be, posted to what its memo names. */
export async function sumMatched(
  db: ReadDatabase,
  { importId, by }: { importId: string; by: "expected" | "found" },
): Promise<{ lineCount: number; totalVnd: number }> {
  const [row] = await db
    .select({ lineCount: count(), totalVnd: sum(statementRows.amountVnd).mapWith(Number) })
    .from(statementRows)
    .where(
      and(
        eq(statementRows.importId, importId),
        eq(statementRows.direction, "in"),
        inArray(statementRows[by], [...MATCHED_OUTCOMES]),
      ),
    );
  return { lineCount: row?.lineCount ?? 0, totalVnd: row?.totalVnd ?? 0 };
}

/** False once a line was brought in: another process may be at the same file. */
export async function isRowOpen(db: ReadDatabase, row: RowAtWork): Promise<boolean> {
  const open = and(
    eq(statementRows.importId, row.importId),
    eq(statementRows.lineNumber, row.lineNumber),
    isNull(statementRows.found),
  );
  return (await db.$count(statementRows, open)) === 1;
}

/** How many lines of a file there are, how many rows in error, and how many of those have the month first. */
export async function countKinds(db: ReadDatabase, importId: string) {
  const rows = await db
    .select({ kind: statementRows.kind, errorCode: statementRows.errorCode, rowCount: count() })
    .from(statementRows)
    .where(eq(statementRows.importId, importId))
    .groupBy(statementRows.kind, statementRows.errorCode)
    .limit(KINDS_MAX);
  const countOf = (wanted: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(wanted).reduce((total, row) => total + row.rowCount, 0);
  return {
    lineCount: countOf(({ kind }) => kind === "line"),
    errorCount: countOf(({ kind }) => kind === "error"),
    monthFirstCount: countOf(({ errorCode }) => errorCode === "date_month_first"),
  };
}
