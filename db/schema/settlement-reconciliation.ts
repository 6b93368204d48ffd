import {
  OPENING_STATUSES,
  POTS,
  RUN_STATUSES,
  WORD_STATES,
  type DifferenceName,
  type OpeningStatus,
  type Pot,
  type RunStatus,
  type WordState,
} from "../../app/domain/settlement/reconciliation";
import { sql } from "drizzle-orm";
import {
  count,
  flag,
  id,
  instant,
  integerCheck,
  localDate,
  oneOf,
  text,
  vnd,
  vndCheck,
} from "../columns";
import { check, index, primaryKey, table, uniqueIndex } from "../dialect";
import { users } from "./identity";

/** Each time that the books were held against what others say. What has ended stands (trigger). */
export const reconciliationRuns = table(
  "reconciliation_runs",
  {
    id: id(),
    localDate: localDate("local_date").notNull(), // the business day that it is of
    askedById: text("asked_by_id").references(() => users.id), // null: the clock
    askedAt: instant("asked_at").notNull(),
    takenAt: instant("taken_at"), // when a process began; another takes it up when nothing comes of it
    renewedAt: instant("renewed_at"), // when that process last said that it is at work
    endedAt: instant("ended_at"),
    isOpen: flag("is_open").notNull(),
    status: text("status").$type<RunStatus>().notNull(),
    differenceCount: count("difference_count").notNull().default(0),
    newCount: count("new_count").notNull().default(0), // of these the ones that the run before did not have
  },
  (t) => [
    // Nobody starts a second one while one runs, whichever process it is in.
    uniqueIndex("reconciliation_runs_one_open")
      .on(t.isOpen)
      .where(sql`is_open`),
    index("reconciliation_runs_daily")
      .on(t.localDate)
      .where(sql`asked_by_id is null`),
    index("reconciliation_runs_asked").on(t.askedAt, t.id),
    oneOf("reconciliation_runs_status", t.status, RUN_STATUSES),
    check("reconciliation_runs_ended", sql`(${t.endedAt} is null) = ${t.isOpen}`),
    integerCheck("reconciliation_runs_difference_count", t.differenceCount, 0),
    integerCheck("reconciliation_runs_new_count", t.newCount, 0),
  ],
);

/** What was compared in a run, pot by pot. Append-only (trigger). */
export const reconciliationBalances = table(
  "reconciliation_balances",
  {
    runId: text("run_id")
      .notNull()
      .references(() => reconciliationRuns.id),
    pot: text("pot").$type<Pot>().notNull(),
    ownerId: text("owner_id").notNull(), // the telecom; empty for all others
    ledgerVnd: vnd("ledger_vnd").notNull(),
    recordsVnd: vnd("records_vnd").notNull(),
    wordState: text("word_state").$type<WordState>().notNull(),
    wordVnd: vnd("word_vnd"),
    wordAsOf: instant("word_as_of"),
    pendingVnd: vnd("pending_vnd").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.runId, t.pot, t.ownerId] }),
    integerCheck("reconciliation_balances_ledger_vnd", t.ledgerVnd),
    integerCheck("reconciliation_balances_records_vnd", t.recordsVnd),
    integerCheck("reconciliation_balances_word_vnd", t.wordVnd),
    integerCheck("reconciliation_balances_pending_vnd", t.pendingVnd),
    oneOf("reconciliation_balances_pot", t.pot, POTS),
    oneOf("reconciliation_balances_word_state", t.wordState, WORD_STATES),
  ],
);

/** What a run found to differ, line by line. Append-only (trigger). */
export const reconciliationDifferences = table(
  "reconciliation_differences",
  {
    id: id(),
    runId: text("run_id")
      .notNull()
      .references(() => reconciliationRuns.id),
    name: text("name").$type<DifferenceName>().notNull(),
    subjectId: text("subject_id").notNull(),
    besideId: text("beside_id"), // the line before, where a difference lies between two
    expectedVnd: vnd("expected_vnd").notNull(),
    actualVnd: vnd("actual_vnd").notNull(),
    standsSince: instant("stands_since").notNull(), // of the first of the runs on end that have found it
  },
  (t) => [
    index("reconciliation_differences_run").on(t.runId, t.id),
    integerCheck("reconciliation_differences_expected_vnd", t.expectedVnd),
    integerCheck("reconciliation_differences_actual_vnd", t.actualVnd),
  ],
);

/** What officers wrote to a difference; shown beside it for as long as it stands. Append-only (trigger). */
export const reconciliationNotes = table(
  "reconciliation_notes",
  {
    id: id(),
    name: text("name").$type<DifferenceName>().notNull(),
    subjectId: text("subject_id").notNull(),
    expectedVnd: vnd("expected_vnd").notNull(),
    actualVnd: vnd("actual_vnd").notNull(),
    note: text("note").notNull(),
    notedById: text("noted_by_id")
      .notNull()
      .references(() => users.id),
    notedAt: instant("noted_at").notNull(),
  },
  (t) => [
    index("reconciliation_notes_subject").on(t.name, t.subjectId),
    integerCheck("reconciliation_notes_expected_vnd", t.expectedVnd),
    integerCheck("reconciliation_notes_actual_vnd", t.actualVnd),
  ],
);

/**
 * What our account at the bank held before the first line that we know. The newest that is confirmed counts; the ledger
 * holds as much, by transfers.
 */
export const bankOpenings = table(
  "bank_openings",
  {
    id: id(),
    amountVnd: vnd("amount_vnd").notNull(),
    toldVnd: vnd("told_vnd"), // as the bank's balances said it then; null: no balance was ever told
    status: text("status").$type<OpeningStatus>().notNull(),
    note: text("note").notNull(),
    proposedById: text("proposed_by_id")
      .notNull()
      .references(() => users.id),
    proposedAt: instant("proposed_at").notNull(),
    decidedById: text("decided_by_id").references(() => users.id),
    decidedAt: instant("decided_at"),
  },
  (t) => [
    uniqueIndex("bank_openings_one_proposed")
      .on(t.status)
      .where(sql`status = 'proposed'`),
    index("bank_openings_decided").on(t.status, t.decidedAt),
    vndCheck("bank_openings_amount_vnd", t.amountVnd),
    integerCheck("bank_openings_told_vnd", t.toldVnd),
    oneOf("bank_openings_status_word", t.status, OPENING_STATUSES),
    // Alone only as the bank's own balances say it.
    check(
      "bank_openings_two_people",
      sql`${t.status} <> 'confirmed' or ${t.decidedById} <> ${t.proposedById} or ${t.amountVnd} = ${t.toldVnd}`,
    ),
  ],
);

/** What an officer read in a telecom's app, with what the ledger held at that moment. Append-only (trigger). */
export const toldBalances = table(
  "told_balances",
  {
    id: id(),
    walletId: text("wallet_id").notNull(),
    balanceVnd: vnd("balance_vnd").notNull(),
    ledgerVnd: vnd("ledger_vnd").notNull(),
    toldById: text("told_by_id")
      .notNull()
      .references(() => users.id),
    toldAt: instant("told_at").notNull(),
  },
  (t) => [
    index("told_balances_wallet").on(t.walletId, t.toldAt),
    vndCheck("told_balances_balance_vnd", t.balanceVnd),
    integerCheck("told_balances_ledger_vnd", t.ledgerVnd),
  ],
);
