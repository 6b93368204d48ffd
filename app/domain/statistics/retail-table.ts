import type { Cell } from "~/domain/exchange/table-columns";
import { RETAIL_KINDS, RETAIL_STAGES, type RetailKind, type RetailStage } from "./retail-stages";
import type { Vnd } from "~/platform/money";
import type { LocalDate, Month } from "~/platform/period";
import type { RetailQuestion } from "./retail-question";
import type { SourceFile } from "./source-file";

/** The columns of a table of retail totals; named as the fields of the form are, so that its rules hold. */
export const RETAIL_COLUMNS = [
  "month",
  "kind",
  "amount",
  "unit",
  "stage",
  "publishedOn",
  "source",
] as const;
export type RetailColumn = (typeof RETAIL_COLUMNS)[number];

/** Amounts may be in any of these; the power of ten says how many đồng one is. */
export const RETAIL_UNITS = { billion: 9, million: 6, dong: 0 } as const;
export type RetailUnit = keyof typeof RETAIL_UNITS;
export const RETAIL_UNIT_NAMES = Object.keys(RETAIL_UNITS) as RetailUnit[];

/** A row as it was read: its number in the file, from 1, and what stood in each column, words as codes. */
export type RetailRow = { lineNumber: number; cells: Record<RetailColumn, Cell> };

/** What stands in a table in one language. `note` begins the first cell of a line that is not read. */
export type RetailWords = {
  head: Record<RetailColumn, string>;
  kinds: Record<RetailKind, string>;
  stages: Record<RetailStage, string>;
  units: Record<RetailUnit, string>;
  note: string;
};

/** Ten years of both kinds, each with its three stages. */
export const MAX_RETAIL_ROWS = 1_000;

/** What a row would enter. */
export type RetailEntry = {
  month: Month;
  kind: RetailKind;
  amountVnd: Vnd;
  stage: RetailStage;
  source: string;
  publishedOn: LocalDate;
};
export type RetailFault = {
  column: RetailColumn;
  code: string;
  detail?: Readonly<Record<string, string | number>>;
  /** What stood in the cell. */
  read: string;
};
/**
 * What a row would do. new: a vintage more; same: it is there already; question: it would be one, but it is far from what is
 * known; wrong: it is left out. `isInUse`: the shares would be computed with it.
 */
export type RetailPlan = { lineNumber: number } & (
  | { outcome: "new" | "same"; entry: RetailEntry; isInUse: boolean }
  | { outcome: "question"; entry: RetailEntry; isInUse: boolean; question: RetailQuestion }
  | { outcome: "wrong"; faults: RetailFault[] }
);

/** A table that was brought in; the three counts are of what became of it, once it was written. */
export type RetailImport = {
  id: string;
  file: SourceFile;
  uploadedBy: string;
  /** The office's own table, of which an officer says what its columns are (`isMapped`). */
  isOffice: boolean;
  isMapped: boolean;
  uploadedAt: number;
  writtenAt: number | null;
  writtenCount: number;
  sameCount: number;
  wrongCount: number;
};
export type RetailCounts = Record<RetailPlan["outcome"], number>;

export function countOutcomes(plans: readonly RetailPlan[]): RetailCounts {
  const counts: RetailCounts = { new: 0, same: 0, question: 0, wrong: 0 };
  for (const { outcome } of plans) counts[outcome] += 1;
  return counts;
}

/** The headings, a line that is not read, and what may stand in a column, in words; the first line is the headings. */
export function templateOf(words: RetailWords, source: string): string[][] {
  const sample: Record<RetailColumn, string> = {
    month: `${words.note}: 10/2026`,
    kind: words.kinds.goods,
    amount: "4671,4",
    unit: words.units.billion,
    stage: words.stages.estimate,
    publishedOn: "06/11/2026",
    source,
  };
  return [
    RETAIL_COLUMNS.map((column) => words.head[column]),
    RETAIL_COLUMNS.map((column) => sample[column]),
  ];
}

/** Every word that some columns take, as a sheet of its own. */
export function wordsSheetOf(words: RetailWords): string[][] {
  const kinds = RETAIL_KINDS.map((kind) => words.kinds[kind]);
  const units = Object.values(words.units);
  const stages = RETAIL_STAGES.map((stage) => words.stages[stage]);
  return [
    [words.head.kind, words.head.unit, words.head.stage],
    ...stages.map((stage, i) => [kinds[i] ?? "", units[i] ?? "", stage]),
  ];
}
