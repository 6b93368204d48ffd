import type { Cell, RawRow } from "~/domain/exchange/table-columns";
import { fold } from "~/platform/fold";
import { addMonths, type LocalDate, type Month } from "~/platform/period";
import type { RetailKind, RetailStage } from "./retail-stages";
import type { RetailRow, RetailUnit } from "./retail-table";

/**
 * The statistics office's own monthly table: lines with a name and figures, under headings that may be spread over several
 * lines and merged. Which column and line is what, an officer says.
 */
export type OfficeTable = {
  /** Of each column from the left; empty where nothing stands above it. */
  headings: string[];
  lines: { lineNumber: number; name: string; cells: Cell[] }[];
};

/** Places in the table; null: it does not have that. `actual` is of the month before `estimate`. */
export type OfficeColumns = {
  actual: number | null;
  estimate: number | null;
  goods: number | null;
  goods_services: number | null;
};

const MAX_COLUMNS = 20;
const MAX_LINES = 100;
const HEADING_LINES = 6;
const FIGURE = /^[-−]?\d[\d.,\s]*$/;

/** Null where no line speaks of retail and has a figure: it is no such table. */
export function officeTableOf(raw: readonly RawRow[]): OfficeTable | null {
  const lines = raw.flatMap(({ lineNumber, cells: all }) => {
    const cells = all.slice(0, MAX_COLUMNS);
    const name = cells.find(({ text }) => /\p{L}/u.test(text))?.text.trim() ?? "";
    return name !== "" && cells.some(isFigure) ? [{ lineNumber, name, cells }] : [];
  });
  const begins = lines.findIndex(({ name, cells }) => isOfRetail(name) && countFigures(cells) > 0);
  const first = lines[begins];
  if (!first) return null;
  const above = raw.filter(({ lineNumber }) => lineNumber < first.lineNumber).slice(-HEADING_LINES);
  return {
    headings: first.cells.map((_, place) => headingOf(above, place)),
    lines: lines.slice(begins, begins + MAX_LINES),
  };
}

function isFigure({ text, kind }: Cell): boolean {
  return kind === "number" || kind === "fraction" || FIGURE.test(text.trim());
}

function countFigures(cells: readonly Cell[]): number {
  return cells.filter(isFigure).length;
}

function isOfRetail(name: string): boolean {
  return /\b(?:ban le|tong muc|tong so)\b/.test(fold(name));
}

function headingOf(above: readonly RawRow[], place: number): string {
  return above
    .map(({ cells }) => cells[place]?.text.replaceAll(/\s+/g, " ").trim() ?? "")
    .filter((text) => /\p{L}/u.test(text))
    .join(" · ")
    .slice(0, 120);
}

/** What the columns and lines seem to be by their names, for the officer to correct. */
export function guessColumns({ headings, lines }: OfficeTable): OfficeColumns {
  const column = (words: RegExp) => placeOf(headings.map((text) => words.test(fold(text))));
  const line = (matches: (name: string) => boolean) =>
    placeOf(lines.map(({ name }) => matches(fold(name))));
  return {
    actual: column(/\b(?:thuc hien|chinh thuc)\b(?!.*\b(?:luy ke|cong don|thang dau)\b)/),
    estimate: column(/\buoc\b(?!.*\b(?:luy ke|cong don|so voi)\b)/),
    goods: line((name) => /\bban le\b/.test(name) && !/\bdich vu\b|\btong muc\b/.test(name)),
    goods_services: line((name) => /\btong so\b|\btong muc\b.*\bdich vu\b/.test(name)),
  };
}

function placeOf(matches: readonly boolean[]): number | null {
  const found = matches.indexOf(true);
  return found < 0 ? null : found;
}

/** What is the same of all that is taken from a table. `month` is that of its estimates. */
export type OfficeFacts = {
  month: Month;
  unit: RetailUnit;
  publishedOn: LocalDate;
  source: string;
};

/** The rows that the chosen columns and lines say; an actual figure of the month before is preliminary. */
export function rowsOfOffice(
  table: OfficeTable,
  columns: OfficeColumns,
  facts: OfficeFacts,
): RetailRow[] {
  const periods: { place: number | null; month: Month; stage: RetailStage }[] = [
    { place: columns.actual, month: addMonths(facts.month, -1), stage: "preliminary" },
    { place: columns.estimate, month: facts.month, stage: "estimate" },
  ];
  const kinds: RetailKind[] = ["goods", "goods_services"];
  return periods.flatMap(({ place, month, stage }) =>
    kinds.flatMap((kind) => {
      const at = columns[kind];
      const line = at === null ? undefined : table.lines[at];
      if (place === null || !line) return [];
      return [
        {
          lineNumber: line.lineNumber,
          cells: {
            month: { text: month },
            kind: { text: kind },
            amount: line.cells[place] ?? { text: "" },
            unit: { text: facts.unit },
            stage: { text: stage },
            publishedOn: { text: facts.publishedOn },
            source: { text: facts.source },
          },
        },
      ];
    }),
  );
}
