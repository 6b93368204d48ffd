import type { LedgerDifferenceName } from "./types";

/** Who has money of ours, and of whom somebody outside may say how much. */
export const POTS = [
  "bank", // the receiving account
  "cards", // what the card provider holds for us
  "wallet", // owner a telecom: our Mobile Money account there
  "couriers", // cash of deliveries that carriers still have
  "household_cash", // what households owe of cash that they took at the door themselves
] as const;
export type Pot = (typeof POTS)[number];

/** What is known of the word of whoever has the money. */
export const WORD_STATES = [
  "told", // they said a balance
  "not_told", // they could say one and have not
  "unreachable", // they were asked and did not answer
  "other_currency", // they keep our account in another currency: there is nothing to compare
  "nobody", // there is nobody to ask
] as const;
export type WordState = (typeof WORD_STATES)[number];

export const RUN_STATUSES = [
  "asked", // somebody pressed the button, or the day has ended
  "running", // a process compares just now
  "balanced", // nothing differs
  "differs", // something does, named line by line
  "failed", // it could not be done, or not with everybody who had to be asked
] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

/** Of one kind so many are counted and named at most: a count that has come to it says "at least". */
export const NAMED_MAX = 200;

export const OPENING_STATUSES = ["proposed", "confirmed", "refused"] as const;
export type OpeningStatus = (typeof OPENING_STATUSES)[number];

/** What differs from what, beside the checks of the books alone (`LedgerDifferenceName`). */
export type DifferenceName =
  | LedgerDifferenceName
  | "bank_opening" // what the account held before the first line: as the bank's balances say, against what is booked
  | "bank_chain" // a told balance against the told balance before it and the lines between the two
  | "bank_line_extra" // a line that the told balances before and after it leave no room for
  | "card_movement" // one thing that moved money at the card provider against what the ledger has for it
  | "card_balance" // the rest of what the card provider's balance differs by: older than the movements looked at
  | "wallet_balance" // what the telecom's app showed against the ledger of that moment
  | "pot_records"; // what the ledger says of a pot against our own records of it

/** One difference; the same name, subject and amounts on another day are the same one. */
export type Difference = {
  name: DifferenceName;
  subjectId: string;
  /** Of `bank_chain`: the line whose told balance comes before. */
  besideId: string | null;
  expectedVnd: number;
  actualVnd: number;
};

/** How one pot stood, in whole đồng. */
export type PotBalance = {
  pot: Pot;
  /** The telecom; empty for all others. */
  ownerId: string;
  ledgerVnd: number;
  /** The same by what we know otherwise: the inbox, charges and refunds, orders. */
  recordsVnd: number;
  wordState: WordState;
  wordVnd: number | null;
  wordAsOf: number | null;
  /** What is on its way between them and us just now, and no difference: added to their word. */
  pendingVnd: number;
};

export function isBalanced(balance: PotBalance): boolean {
  const { ledgerVnd, recordsVnd, wordVnd, pendingVnd } = balance;
  return ledgerVnd === recordsVnd && (wordVnd === null || ledgerVnd === wordVnd + pendingVnd);
}

/** By how much the ledger is above what it is held against; 0 for a pot that balances. */
export function differenceOf(balance: PotBalance): number {
  const { ledgerVnd, recordsVnd, wordVnd, pendingVnd } = balance;
  const byWord = wordVnd === null ? 0 : ledgerVnd - wordVnd - pendingVnd;
  return byWord === 0 ? ledgerVnd - recordsVnd : byWord;
}

/** All that one comparison found. */
export type Comparison = { balances: PotBalance[]; differences: Difference[] };
