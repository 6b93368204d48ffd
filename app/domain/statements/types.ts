import type { Delimiter, StatementField, StatementMapping } from "./statement-columns";
import type { FaultCode } from "./read-rows";
import type { RowKind, RowOutcome, StatementStatus } from "./statement-status";

/** An import as commands and flows need it. */
export type StatementRecordOfImport = {
  id: string;
  status: StatementStatus;
  delimiter: Delimiter;
  headerLine: number;
  mapping: StatementMapping;
  accountNumber: string | null;
  uploadedById: string;
  mappedById: string | null;
  mappedAt: number | null;
  rowsReadAt: number | null;
  matchedVnd: number;
};

/** A row of the list of imports. */
export type StatementSummary = {
  id: string;
  status: StatementStatus;
  fileName: string;
  uploadedBy: string;
  uploadedAt: number;
  confirmedBy: string | null;
  importedAt: number | null;
  maskedAccount: string | null;
};

export type StatementPage = {
  imports: StatementSummary[];
  page: number;
  pageCount: number;
  importCount: number;
};

/** How many lines are, or would be, the same thing. */
export type OutcomeCount = {
  outcome: RowOutcome;
  lineCount: number;
  inVnd: number;
  outVnd: number;
};

export type StatementView = StatementSummary & {
  byteCount: number;
  uploadedById: string;
  mappedById: string | null;
  /** When its columns were last said: by this the one who confirms names what they were shown. */
  mappedAt: number | null;
  confirmedAt: number | null;
  withoutErrors: boolean;
  openingBalanceVnd: number | null;
  closingBalanceVnd: number | null;
  matchedVnd: number;
  firstAt: number | null;
  lastAt: number | null;
  lineCount: number;
  errorCount: number;
  skippedCount: number;
  gapCount: number;
  /** Lines whose outcome is known, of the check or of the import, whichever runs or ran last. */
  doneCount: number;
  /** Lines that came out otherwise than the check said. */
  differentCount: number;
  outcomes: OutcomeCount[];
};

/** A row of the file as a screen shows it. */
export type StatementRowView = {
  lineNumber: number;
  kind: RowKind;
  /** As the file has it, where it could not be read as a line; null for lines, and when the key of its seal is gone. */
  rawText: string | null;
  errorCode: FaultCode | null;
  errorColumn: string | null;
  occurredAt: number | null;
  direction: "in" | "out" | null;
  amountVnd: number | null;
  gapVnd: number | null;
  content: string | null;
  expected: RowOutcome | null;
  expectedCode: string | null;
  found: RowOutcome | null;
};

/** The page on which a person says what the columns are. */
export type StatementColumns = {
  id: string;
  fileName: string;
  headings: string[];
  sample: string[][];
  mapping: StatementMapping;
  accountNumber: string;
  ownAccounts: string[];
  fields: readonly StatementField[];
};

/** A column that was said to hold something: its place in the file, from 1, and its heading there. */
export type ChosenColumn = { field: StatementField; place: number; heading: string };

/** What became of a line, or would, and the checkout that it is for. */
export type TakenRow = { outcome: RowOutcome; code: string | null };
