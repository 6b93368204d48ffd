import type { Month } from "~/platform/period";
import type { DisclosedMonth, PublicMonth } from "./disclosed-month";
import type { FigureCode } from "./figure-codes";
import type { RetailKind } from "./retail-stages";
import type { IndicatorMonth, RetailTotal } from "./types";

/** What changed since the edition before, found by comparing both. */
export type RevisionCause =
  | "retail_total" // the statistics office published anew
  | "orders" // an order or a return is there that was not, or is not any more, or is another
  | "method"; // a newer version of the method

export type FigureDifference = { code: FigureCode; before: string; after: string };
/** `codes` are the first ones of each; the counts are of all. */
export type RecordDifferences = {
  addedCount: number;
  removedCount: number;
  changedCount: number;
  codes: string[];
};

export type Revision = {
  causes: RevisionCause[];
  /** Why, in an officer's words. */
  note: string;
  figures: FigureDifference[];
  records: RecordDifferences;
};

/** All that an edition says. Its text is hashed, so a field more or another order of fields is another format. */
export type PeriodManifest = {
  format: 1 | 2;
  month: Month;
  edition: number;
  place: number;
  /** Of the edition before in the chain; "" of the first. */
  previousHash: string;
  methodVersion: number;
  closedAt: number;
  closedBy: { id: string; name: string };
  /** Null of what was closed first. */
  revision: Revision | null;
  retailTotals: Record<RetailKind, RetailTotal | null>;
  records: {
    saleCount: number;
    returnCount: number;
    /** SHA-256 of all records as text, in hex, and of each part as it lies there. */
    hash: string;
    parts: string[];
  };
  measured: IndicatorMonth;
  /** Of the editions before: what they withhold stays withheld. */
  alreadyWithheld: string[];
  /** Numbers of the editions that were public: what is withheld is hidden from who has them too. Since format 2. */
  comparedWith?: number[];
  /** What of it everybody may see, and its breakdowns. */
  disclosed: DisclosedMonth;
  /** As files write them: amounts in đồng, per cents rounded once, "" where there is none. */
  figures: Record<FigureCode, string>;
};

/** An edition with what its text says, and since when it is public. */
export type Edition = {
  id: string;
  month: Month;
  edition: number;
  place: number;
  hash: string;
  closedAt: number;
  manifest: PeriodManifest;
  publishedAt: number | null;
};

/**
 * running: not over. open: over, and its figures move with the orders. closed: they stand. published: everybody reads
 * them. revised: everybody reads a later edition.
 */
export type PeriodState = "running" | "open" | "closed" | "published" | "revised";

export type Period = {
  month: Month;
  state: PeriodState;
  /** The oldest first. */
  editions: Edition[];
  /** As the orders make it now. */
  live: IndicatorMonth;
  /** How that differs from the newest edition. */
  differences: FigureDifference[];
  /** A figure differs, or what it is made of: another publication of a denominator, a newer method. */
  isChanged: boolean;
  /** Names the live figures: whoever closes or revises sends it along, so that what they saw is what is kept. */
  seen: string;
  /** It is the next in turn to be closed. */
  isNext: boolean;
};

/** A published month as everybody may see it, with the edition that it stands in. */
export type PublishedMonth = {
  month: IndicatorMonth;
  edition: number;
  publishedAt: number;
  methodVersion: number;
  /** Of the edition: whoever has the manifest can check it. */
  hash: string;
};

/** A published edition as everybody may see it: the single figures, and the breakdowns. */
export type PublicEdition = PublishedMonth & {
  breakdown: PublicMonth;
  /** Nothing newer of the month is public. */
  isNewest: boolean;
};

/** The breakdowns of a published month as everybody may see them, with the edition that they stand in. */
export type PublishedBreakdown = PublicMonth & {
  month: Month;
  edition: number;
  closedAt: number;
  publishedAt: number;
  methodVersion: number;
  hash: string;
};

/** What was published anew of a month: why, and which figures that everybody sees became others. */
export type PublicRevision = {
  month: Month;
  /** 1: the first after the month was closed. */
  number: number;
  publishedAt: number;
  methodVersion: number;
  causes: RevisionCause[];
  note: string;
  codes: FigureCode[];
  before: IndicatorMonth;
  after: IndicatorMonth;
};

/** What does not hold of an edition; nothing when it is as it was closed. */
export type EditionFault =
  | "text" // the manifest is not what its hash says, or the row beside it says otherwise
  | "chain" // it does not hang on the edition before
  | "parts" // a part is missing, one too many, or has other bytes
  | "figures" // its orders do not make its figures
  | "compared" // an edition that it was compared with is not as it was closed
  | "method"; // by a version that this program cannot compute

/** What a check of all editions came to; `endHash` names all of them: noted elsewhere, it shows that none was cut off. */
export type ChainCheck = {
  editionCount: number;
  endHash: string;
  /** Nothing when the chain is as it was closed. */
  faulty: { month: Month; edition: number; faults: EditionFault[] }[];
};

/** A month as it stands: of an edition, or, while it is open, as the orders make it now. */
export type StandingMonth = {
  month: IndicatorMonth;
  methodVersion: number;
  /** Null while it is open. */
  edition: { number: number; hash: string } | null;
};

/** A closed month's edition, and the closed months up to it as everybody may see them, the oldest first. */
export type MonthlyReport = {
  edition: Edition;
  months: IndicatorMonth[];
  methods: { month: Month; methodVersion: number }[];
};
