import type { BankTransactionReason } from "~/domain/payments/payment-status";

/** The life of a bank's file that a person brings in, in this order; `checked` may go back to `checking`. */
export const STATEMENT_STATUSES = [
  "uploaded", // kept; which column is what has to be said
  "checking", // its lines are tried out, one batch after another
  "checked", // what each line would be is known; a person has to say yes
  "importing", // confirmed; its lines go into the inbox
  "imported", // all of them are there
] as const;
export type StatementStatus = (typeof STATEMENT_STATUSES)[number];

export const ROW_KINDS = [
  "line", // a line of the account
  "error", // looks like one, and cannot be read as one
  "skipped", // a title, a total, the header again
] as const;
export type RowKind = (typeof ROW_KINDS)[number];

/** What a line is, or would be: new and judged so, there already, or there under the same number with other content. */
export type RowOutcome = BankTransactionReason | "known" | "conflict";
