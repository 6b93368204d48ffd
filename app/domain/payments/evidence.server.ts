import {
  bankTransactionConflicts,
  bankTransactions,
  bankTransactionSightings,
  unreadableNotices,
} from "~db/schema/payments";

/** What came from the bank's providers in their own words, each body sealed for its row. */
export const EVIDENCE_TABLES = {
  line: bankTransactions,
  sighting: bankTransactionSightings,
  conflict: bankTransactionConflicts,
  unreadable: unreadableNotices,
} as const;

export const EVIDENCE_KINDS = ["line", "sighting", "conflict", "unreadable"] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
