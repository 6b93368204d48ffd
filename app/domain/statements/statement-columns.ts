/** What a column of a bank's file may hold. */
export const STATEMENT_FIELDS = [
  "date",
  "content",
  "credit",
  "debit",
  "amount", // with its sign, in files that have one column for both directions
  "balance",
  "reference",
  "account",
] as const;
export type StatementField = (typeof STATEMENT_FIELDS)[number];

/** Which column, counted from 0, holds what. */
export type StatementMapping = Partial<Record<StatementField, number>>;

export const DELIMITERS = [",", ";", "\t"] as const;
export type Delimiter = (typeof DELIMITERS)[number];
