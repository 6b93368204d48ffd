import {
  ROW_KINDS,
  STATEMENT_STATUSES,
  type RowKind,
  type RowOutcome,
  type StatementStatus,
} from "../../app/domain/statements/statement-status";
import type { Delimiter, StatementMapping } from "../../app/domain/statements/statement-columns";
import type { FaultCode } from "../../app/domain/statements/read-rows";
import { sql } from "drizzle-orm";
import {
  count,
  flag,
  id,
  instant,
  integerCheck,
  json,
  oneOf,
  text,
  vnd,
  vndCheck,
} from "../columns";
import { index, primaryKey, table, uniqueIndex } from "../dialect";
import { users } from "./identity";
import { bankTransactions } from "./payments";

/** A bank's file that a person brings in; the file itself lies sealed in the private folder under the row's id. */
export const statementImports = table(
  "statement_imports",
  {
    id: id(),
    status: text("status").$type<StatementStatus>().notNull(),
    sha256: text("sha256").notNull(), // of the bytes; the same file is brought in once
    fileName: text("file_name").notNull(),
    byteCount: count("byte_count").notNull(),
    delimiter: text("delimiter").$type<Delimiter>().notNull(),
    headerLine: count("header_line").notNull(), // where the file's own header begins
    headerHash: text("header_hash").notNull(), // by which the last mapping is found again
    mapping: json<StatementMapping>("mapping").notNull(), // guessed until somebody says it
    accountNumber: text("account_number"), // ours; null until the columns are said
    uploadedById: text("uploaded_by_id")
      .notNull()
      .references(() => users.id),
    uploadedAt: instant("uploaded_at").notNull(),
    mappedById: text("mapped_by_id").references(() => users.id),
    mappedAt: instant("mapped_at"), // the newest time; what was begun for an older one is dropped
    rowsReadAt: instant("rows_read_at"), // all rows of the file are in the table
    checkedAt: instant("checked_at"),
    openingBalanceVnd: vnd("opening_balance_vnd"), // before the first line, as its balance tells
    closingBalanceVnd: vnd("closing_balance_vnd"),
    confirmedById: text("confirmed_by_id").references(() => users.id),
    confirmedAt: instant("confirmed_at"),
    withoutErrors: flag("without_errors").notNull().default(false), // rows in error were left out knowingly
    matchedVnd: vnd("matched_vnd").notNull().default(0), // came in and was posted to what it names, by the check
    importedAt: instant("imported_at"),
    postedCount: count("posted_count").notNull().default(0), // the same when it was done
    postedVnd: vnd("posted_vnd").notNull().default(0),
  },
  (t) => [
    uniqueIndex("statement_imports_sha256").on(t.sha256),
    index("statement_imports_header").on(t.headerHash, t.mappedAt),
    index("statement_imports_uploaded").on(t.uploadedAt, t.id),
    index("statement_imports_confirmed").on(t.confirmedById, t.confirmedAt),
    index("statement_imports_at_work")
      .on(t.uploadedAt)
      .where(sql`status in ('checking', 'importing')`),
    oneOf("statement_imports_status", t.status, STATEMENT_STATUSES),
    integerCheck("statement_imports_opening_balance_vnd", t.openingBalanceVnd),
    integerCheck("statement_imports_closing_balance_vnd", t.closingBalanceVnd),
    vndCheck("statement_imports_matched_vnd", t.matchedVnd),
    vndCheck("statement_imports_posted_vnd", t.postedVnd),
  ],
);

/** As `IS_CLEAR` of the inbox. */
export const IS_ROW_CLEAR = sql`substr(sealed_text, 1, 3) <> 's1.'`;

/**
 * A row of the file: what it says, what it would be and what became of it. What it says never changes (trigger); its own
 * text lies sealed and may be sealed anew.
 */
export const statementRows = table(
  "statement_rows",
  {
    importId: text("import_id")
      .notNull()
      .references(() => statementImports.id),
    lineNumber: count("line_number").notNull(), // in the file, from 1
    kind: text("kind").$type<RowKind>().notNull(),
    sealedText: text("sealed_text").notNull(), // as the file has it
    errorCode: text("error_code").$type<FaultCode>(),
    errorColumn: text("error_column"), // the heading of the column at fault
    position: count("position"), // the oldest line is 1; null for what is no line
    batch: count("batch"), // lines that bear on each other are tried out together
    occurredAt: instant("occurred_at"),
    direction: text("direction").$type<"in" | "out">(),
    amountVnd: vnd("amount_vnd"),
    balanceVnd: vnd("balance_vnd"),
    gapVnd: vnd("gap_vnd"), // by how much the balance does not follow from the line before
    content: text("content"),
    bankReference: text("bank_reference"),
    factsKey: text("facts_key"), // by which a line without reference is known again
    referenceKey: text("reference_key"), // by which one with a reference is
    expected: text("expected").$type<RowOutcome>(),
    expectedCode: text("expected_code"), // of the checkout that it would be for
    found: text("found").$type<RowOutcome>(),
    bankTransactionId: text("bank_transaction_id").references(() => bankTransactions.id),
  },
  (t) => [
    primaryKey({ columns: [t.importId, t.lineNumber] }),
    index("statement_rows_position").on(t.importId, t.position),
    index("statement_rows_batch").on(t.importId, t.batch),
    index("statement_rows_facts").on(t.factsKey),
    index("statement_rows_reference").on(t.referenceKey),
    index("statement_rows_transaction").on(t.bankTransactionId),
    index("statement_rows_clear").on(t.importId, t.lineNumber).where(IS_ROW_CLEAR),
    oneOf("statement_rows_kind", t.kind, ROW_KINDS),
    vndCheck("statement_rows_amount_vnd", t.amountVnd),
    integerCheck("statement_rows_balance_vnd", t.balanceVnd),
    integerCheck("statement_rows_gap_vnd", t.gapVnd),
  ],
);
