import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, or, sum } from "drizzle-orm";
import { payments } from "~db/schema/payments";
import { statementImports, statementRows } from "~db/schema/statements";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import type { StatementMapping } from "./statement-columns";
import type { StatementRecordOfImport } from "./types";

const OWN_ACCOUNTS_MAX = 20;
const AT_WORK_MAX = 5;

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
