import { fold } from "~/platform/fold";
import { vnd, type Vnd } from "~/platform/money";
import { CONTENT_LENGTH_MAX } from "~/domain/payments/bank-notice";
import { parseStatementAmount, type AmountCode } from "./parse-statement-amount";
import { parseStatementDate, type DateCode } from "./parse-statement-date";
import type { StatementField, StatementMapping } from "./statement-columns";

/** A row as the file has it. */
type Row = { lineNumber: number; cells: readonly string[]; rawText: string };

/** A line of the account as its row says it. */
export type StatementLine = {
  occurredAt: number;
  direction: "in" | "out";
  amountVnd: Vnd;
  balanceVnd: Vnd | null;
  content: string;
  bankReference: string | null;
};
export type FaultCode =
  | DateCode
  | AmountCode
  | "row_in_future"
  | "amount_missing"
  | "amount_both"
  | "amount_negative"
  | "balance_unreadable"
  | "content_too_long"
  | "row_other_account";
export type ReadRow = { lineNumber: number; rawText: string } & (
  | { kind: "line"; line: StatementLine }
  | { kind: "error"; code: FaultCode; field: StatementField }
  | { kind: "skipped" }
);
type Fault = { code: FaultCode; field: StatementField };

/** What ends a statement, or a page of it, and what a balance is carried over with. */
const TOTALS =
  /^(?:tong|cong|so du (?:dau|cuoi)|phat sinh trong|luy ke|total|opening|closing|balance (?:brought|carried))/;
const REFERENCE_LENGTH_MAX = 100;
/** A clock that is fast somewhere; not a day that is still to come. */
const AHEAD_MS = 24 * 3_600_000;

/**
 * Every row below the header as a line of the account, as a row in error, or as no line: an empty one, a total, the
 * header again on the next page. Whatever has a day or an amount is a line or an error, never passed over.
 */
export function readRows(
  rows: readonly Row[],
  file: { mapping: StatementMapping; headings: readonly string[]; account: string; now: number },
): ReadRow[] {
  const header = file.headings.map(fold).join("|");
  return rows.map(({ lineNumber, cells, rawText }): ReadRow => {
    const of = (field: StatementField) => {
      const column = file.mapping[field];
      return column === undefined ? "" : (cells[column] ?? "").trim();
    };
    if (isNoLine(cells, of) || cells.map(fold).join("|") === header) {
      return { kind: "skipped", lineNumber, rawText };
    }
    const read = readLine(of, file);
    return "code" in read
      ? { kind: "error", lineNumber, rawText, ...read }
      : { kind: "line", lineNumber, rawText, line: read };
  });
}

type CellOf = (field: StatementField) => string;

/** Without a day, and either without an amount or called a total. */
function isNoLine(cells: readonly string[], of: CellOf): boolean {
  const texts = cells.map(fold).filter((text) => text !== "");
  if (texts.length === 0) return true;
  const isTotal = texts.some((text) => TOTALS.test(text));
  const hasAmount = [of("credit"), of("debit"), of("amount")].some((text) => /\d/.test(text));
  if (!/\d/.test(of("date"))) return isTotal || !hasAmount;
  return isTotal && !hasAmount;
}

function readLine(of: CellOf, file: { account: string; now: number }): StatementLine | Fault {
  const { day, below } = splitDayCell(of("date"), of("reference"));
  const date = parseStatementDate(day);
  if (!date.ok) return { code: date.code, field: "date" };
  if (date.value > file.now + AHEAD_MS) return { code: "row_in_future", field: "date" };
  const amount = readAmount(of);
  if ("code" in amount) return amount;
  const balance = parseStatementAmount(of("balance"));
  if (!balance.ok) return { code: "balance_unreadable", field: "balance" };
  const content = oneLine(of("content"));
  if (content.length > CONTENT_LENGTH_MAX) return { code: "content_too_long", field: "content" };
  const account = of("account").replaceAll(/[^A-Za-z0-9]/g, "");
  if (account !== "" && account !== file.account) {
    return { code: "row_other_account", field: "account" };
  }
  const reference = oneLine(below).slice(0, REFERENCE_LENGTH_MAX);
  return {
    occurredAt: date.value,
    ...amount,
    balanceVnd: balance.value,
    content,
    bankReference: /[A-Za-z0-9]/.test(reference) ? reference : null,
  };
}

/** Some banks print the number of the line below its day in one cell, or the time below the day. */
function splitDayCell(cell: string, reference: string): { day: string; below: string } {
  const [first = "", ...rest] = cell.split("\n").map((part) => part.trim());
  const isTime = /^\d{2}:\d{2}(:\d{2})?$/.test(rest[0] ?? "");
  const day = isTime ? `${first} ${rest[0]}` : first;
  return { day, below: reference === cell ? rest.slice(isTime ? 1 : 0).join(" ") : reference };
}

function readAmount(of: CellOf): Pick<StatementLine, "direction" | "amountVnd"> | Fault {
  const signed = parseStatementAmount(of("amount"));
  if (!signed.ok) return { code: signed.code, field: "amount" };
  const credit = parseStatementAmount(of("credit"));
  if (!credit.ok) return { code: credit.code, field: "credit" };
  const debit = parseStatementAmount(of("debit"));
  if (!debit.ok) return { code: debit.code, field: "debit" };
  if (credit.value === null && debit.value === null) {
    if (signed.value === null) {
      return { code: "amount_missing", field: "credit" };
    }
    return signed.value < 0
      ? { direction: "out", amountVnd: vnd(0 - signed.value) }
      : { direction: "in", amountVnd: signed.value };
  }
  const incoming = credit.value ?? 0;
  // In a column of its own what went out is printed with and without its sign.
  const outgoing = Math.abs(debit.value ?? 0);
  if (incoming < 0) return { code: "amount_negative", field: "credit" };
  if (incoming > 0 && outgoing > 0) return { code: "amount_both", field: "debit" };
  return outgoing > 0
    ? { direction: "out", amountVnd: vnd(outgoing) }
    : { direction: "in", amountVnd: vnd(incoming) };
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zs}]+/gu, " ").trim();
}
