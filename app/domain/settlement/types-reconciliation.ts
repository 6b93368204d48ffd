import type { Month } from "~/platform/period";
import type { Sides } from "./account-sides";
import type { LedgerAccountKind, TransferReason } from "./ledger-accounts";
import type { Difference, OpeningStatus, PotBalance, RunStatus, WordState } from "./reconciliation";

/** One run in a list. */
export type RunRow = {
  id: string;
  /** The business day that it is of. */
  localDate: string;
  /** Null: the clock. */
  askedByName: string | null;
  askedAt: number;
  takenAt: number | null;
  endedAt: number | null;
  status: RunStatus;
  /** What the bank said of its balance; null before the run has ended. */
  bankWord: WordState | null;
  differenceCount: number;
  newCount: number;
};

export type RunPage = { runs: RunRow[]; runCount: number; page: number; pageCount: number };

export type DifferenceRow = Difference & {
  id: string;
  /** When the first of the runs on end found it. */
  standsSince: number;
  isNew: boolean;
  /** The newest note; null: nobody has written one. */
  note: { note: string; notedByName: string; notedAt: number } | null;
  subject: DifferenceSubject;
  beside: DifferenceSubject | null;
};

/** What a difference is about, as people call it, with where more of it is. */
export type DifferenceSubject = {
  kind: "line" | "order" | "disbursement" | "return" | "household" | "opening" | "wallet" | "other";
  /** A code, the bank's reference, a name; empty where the name of the difference says it all. */
  text: string;
  /** Of its page: a code, a slug or an id. */
  at: string;
};

/** One run as its page shows it. */
export type RunView = RunRow & {
  balances: PotBalance[];
  differences: DifferenceRow[];
  page: number;
  pageCount: number;
};

export type NoteRow = { note: string; notedByName: string; notedAt: number };

/** The line by whose balance we know what an account held at first. */
export type OpeningSource = {
  lineId: string;
  provider: string;
  occurredAt: number;
  balanceVnd: number | null;
  /** The bank's file that it was brought in by; null: a provider told it. */
  file: { importId: string; fileName: string; lineNumber: number } | null;
  /** Who brought in files with lines up to it: they cannot be the second person. */
  importers: { id: string; name: string }[];
};

export type OpeningView = {
  confirmedVnd: number | null;
  /** By the balances that the bank has told. */
  toldVnd: number | null;
  /** The lines that say so, one for each account. */
  sources: OpeningSource[];
  openings: {
    id: string;
    amountVnd: number;
    toldVnd: number | null;
    status: OpeningStatus;
    note: string;
    proposedById: string;
    proposedByName: string;
    proposedAt: number;
    decidedByName: string | null;
    decidedAt: number | null;
  }[];
};

/** In whole đồng. At both ends the balances of its accounts are added up by the side that each is on, never netted. */
export type TrialBalanceRow = {
  kind: LedgerAccountKind;
  opening: Sides;
  moved: Sides;
  closing: Sides;
};
export type TrialBalance = { month: Month; rows: TrialBalanceRow[] };

/** A part of what our account at the bank holds, or of what is missing there. */
export type ShareOfBank = { kind: LedgerAccountKind; side: "debit" | "credit"; amountVnd: number };

/** All that is `held`, less all that is `outside`, is `bankVnd`. */
export type BankShares = { bankVnd: number; held: ShareOfBank[]; outside: ShareOfBank[] };

export type JournalEntry = {
  id: string;
  localDate: string;
  debitKind: LedgerAccountKind;
  creditKind: LedgerAccountKind;
  amountVnd: number;
  reason: TransferReason;
  /** Of the order, disbursement, line or what else it is about. */
  code: string;
};
