import { asc, eq, isNotNull } from "drizzle-orm";
import { auditEntries } from "~db/schema/audit";
import { bankTransactions } from "~db/schema/payments";
import { statementImports, statementRows } from "~db/schema/statements";
import type { Actor } from "~/domain/audit/actor";
import { loadStatement } from "~/domain/statements/queries-work.server";
import type { StatementMapping } from "~/domain/statements/statement-columns";
import { reader } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { present } from "~/platform/invariant";
import { advanceStatements } from "./advance-statements.server";
import { confirmStatement } from "./confirm-statement.server";
import { mapStatement } from "./map-statement.server";
import { insertTestUser } from "./test-shop";
import { uploadStatement } from "./upload-statement.server";

/** Test support: a bank's file, brought in as an officer would, step by step. */
export type Officer = { userId: string; actor: Actor };

export async function insertOfficer(): Promise<Officer> {
  const userId = await insertTestUser({ role: "department_officer" });
  return { userId, actor: { kind: "user", userId, role: "department_officer" } };
}

export const HEADER = "Ngày giao dịch;Số tham chiếu;Diễn giải;Ghi nợ;Ghi có;Số dư";
export type SampleLine = {
  day: string;
  reference?: string;
  content?: string;
  debit?: string | number;
  credit?: string | number;
  balance?: string | number;
};

export function rowText(line: SampleLine): string {
  const { day, reference = "", content = "", debit = "", credit = "", balance = "" } = line;
  return [day, reference, content, debit, credit, balance].join(";");
}

export const fileOf = (lines: readonly SampleLine[]) => [HEADER, ...lines.map(rowText)].join("\n");

export async function upload(officer: Officer, text: string | Uint8Array) {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return uploadStatement(officer.actor, {
    userId: officer.userId,
    bytes,
    fileName: "sao-ke.csv",
  });
}

/** Until nothing moves; as often as the timer would. */
export async function advanceAll(): Promise<void> {
  for (let step = 0; step < 5_000; step += 1) {
    if (!(await advanceStatements()).isMore) return;
  }
  throw new Error("it never ends");
}

/** Brought in and tried out, with the columns as they were guessed; answers its id. */
export async function check(
  officer: Officer,
  text: string | Uint8Array,
  change: StatementMapping = {},
): Promise<string> {
  const uploaded = await upload(officer, text);
  if (!uploaded.ok) throw new Error(uploaded.code);
  const { importId } = uploaded.value;
  const file = present(await loadStatement(reader(), importId), "not kept");
  const mapped = await mapStatement(officer.actor, {
    importId,
    userId: officer.userId,
    mapping: { ...file.mapping, ...change },
    accountNumber: settings().BANK_ACCOUNT_NUMBER,
  });
  if (!mapped.ok) throw new Error(mapped.code);
  await advanceAll();
  return importId;
}

/** As who has the page of the file as it stands now. */
export async function confirm(officer: Officer, importId: string, withoutErrors = false) {
  const mappedAt = (await loadStatement(reader(), importId))?.mappedAt ?? 0;
  const shown = { importId, mappedAt, withoutErrors };
  return confirmStatement(officer.actor, { ...shown, userId: officer.userId });
}

/** All of it; answers its id. */
export async function bringIn(officer: Officer, text: string): Promise<string> {
  const importId = await check(officer, text);
  const confirmed = await confirm(officer, importId);
  if (!confirmed.ok) throw new Error(confirmed.code);
  await advanceAll();
  return importId;
}

export async function rowsOf(importId: string) {
  return reader()
    .select()
    .from(statementRows)
    .where(eq(statementRows.importId, importId))
    .orderBy(asc(statementRows.lineNumber));
}

/** Of the lines, by their number in the file. */
export async function outcomesOf(importId: string, which: "expected" | "found") {
  const lines = (await rowsOf(importId)).filter((row) => row.kind === "line");
  return lines.map((row) => row[which]);
}

export async function errorsOf(importId: string) {
  const rows = await rowsOf(importId);
  return rows
    .filter((row) => row.kind === "error")
    .map((row) => [row.lineNumber, row.errorCode, row.errorColumn]);
}

export async function importOf(importId: string) {
  const [row] = await reader()
    .select()
    .from(statementImports)
    .where(eq(statementImports.id, importId));
  return present(row, "no import");
}

/** What of the inbox does not depend on when and from which file it came. */
export async function inbox(): Promise<string[]> {
  const rows = await reader().select().from(bankTransactions);
  return rows
    .map((row) => [row.direction, row.amountVnd, row.content, row.status, row.reason].join("|"))
    .toSorted();
}

export async function auditedActions(): Promise<string[]> {
  const rows = await reader()
    .select({ action: auditEntries.action })
    .from(auditEntries)
    .where(isNotNull(auditEntries.action));
  return rows.map((row) => row.action).toSorted();
}
