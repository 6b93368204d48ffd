import { vnd } from "~/platform/money";
import type { LocalDate } from "~/platform/period";
import { fail } from "~/platform/result";
import { formatBillions } from "./billions";
import { retailTotalRow } from "./forms";
import { decimalStyleOf, readAmountCell, type DecimalStyle } from "./read-amount-cell";
import { questionAbout } from "./retail-question";
import {
  RETAIL_COLUMNS,
  type RetailColumn,
  type RetailEntry,
  type RetailFault,
  type RetailPlan,
  type RetailRow,
} from "./retail-table";
import { compareVintages } from "./retail-vintages";
import { isRetailUnit } from "./retail-words";
import type { RetailTotal } from "./types";

type ReadRow = { row: RetailRow } & (
  { entry: RetailEntry; isAmbiguous: boolean; faults?: undefined } | { faults: RetailFault[] }
);

/**
 * What a table of retail totals would do, row by row in its order. Its rows are held against each other as against what is
 * known, whichever comes first; only those that look like slips are compared with none.
 * @param known every vintage that was entered
 */
export function planRetailTable(
  rows: readonly RetailRow[],
  { known, today }: { known: readonly RetailTotal[]; today: LocalDate },
): RetailPlan[] {
  const style = decimalStyleOf(rows.map(({ cells }) => cells.amount));
  const read = rows.map((row) => readRow(row, { style, today }));
  const faultOf = faultsAmong(read, known);
  const planned = new Map<RetailRow, RetailPlan>();
  const trusted: RetailTotal[] = [...known];
  const sound = read.flatMap((one) => (one.faults || faultOf.has(one.row) ? [] : [one]));
  const all = [...known, ...sound.map(({ row, entry }) => asVintage(row, entry))];
  for (const { row, entry, isAmbiguous } of sound.toSorted(byMonth)) {
    const { lineNumber } = row;
    if (isKnown(entry, known)) {
      const isInUse = known.some((one) => isSame(one, entry) && isNewest(one, all));
      planned.set(row, { lineNumber, outcome: "same", entry, isInUse });
      continue;
    }
    const vintage = asVintage(row, entry);
    const isInUse = isNewest(vintage, all);
    const question = questionAbout({ ...entry, isAmbiguous }, trusted);
    if (!question) trusted.push(vintage);
    planned.set(
      row,
      question
        ? { lineNumber, outcome: "question", entry, isInUse, question }
        : { lineNumber, outcome: "new", entry, isInUse },
    );
  }
  return read.map(
    ({ row, faults }) =>
      planned.get(row) ?? {
        lineNumber: row.lineNumber,
        outcome: "wrong",
        faults: faults ?? faultOf.get(row) ?? [],
      },
  );
}

function readRow(
  row: RetailRow,
  { style, today }: { style: DecimalStyle; today: LocalDate },
): ReadRow {
  const { cells } = row;
  const unit = cells.unit.text.trim();
  const amount = isRetailUnit(unit)
    ? readAmountCell(cells.amount, unit, style)
    : fail("retail_unit_missing");
  const texts = Object.fromEntries(RETAIL_COLUMNS.map((column) => [column, cells[column].text]));
  const parsed = retailTotalRow(today).safeParse({ ...texts, amount });
  if (parsed.success) {
    const { amount: found, month, kind, stage, source, publishedOn } = parsed.data;
    const entry = { month, kind, amountVnd: found.vnd, stage, source, publishedOn };
    return { row, entry, isAmbiguous: found.isAmbiguous };
  }
  const faults = parsed.error.issues.map(({ path, message }): RetailFault => {
    const column = message === "retail_unit_missing" ? "unit" : columnOf(path[0]);
    const read = cells[column].text;
    return { column, code: isUnknownKind(column, read) ? "retail_kind_unknown" : message, read };
  });
  const placeOf = ({ column }: RetailFault) => RETAIL_COLUMNS.indexOf(column);
  return { row, faults: faults.toSorted((a, b) => placeOf(a) - placeOf(b)) };
}

/** A form asks to choose; in a cell stands a word that is none of both. */
function isUnknownKind(column: RetailColumn, read: string): boolean {
  return column === "kind" && read.trim() !== "";
}

function columnOf(name: unknown): RetailColumn {
  return RETAIL_COLUMNS.find((column) => column === name) ?? "amount";
}

/** What is wrong with rows only beside others: said twice, or goods above goods and services as they were known that day. */
function faultsAmong(
  read: readonly ReadRow[],
  known: readonly RetailTotal[],
): Map<RetailRow, RetailFault[]> {
  const faults = new Map<RetailRow, RetailFault[]>();
  const lineOf = new Map<string, number>();
  const kept: { row: RetailRow; entry: RetailEntry }[] = [];
  for (const one of read) {
    if (one.faults) continue;
    const { row, entry } = one;
    const name = `${entry.month} ${entry.kind} ${entry.publishedOn}`;
    const line = lineOf.get(name);
    if (line === undefined) {
      lineOf.set(name, row.lineNumber);
      kept.push({ row, entry });
    } else {
      const { text } = row.cells.month;
      const fault = { column: "month", code: "retail_row_twice", detail: { line } } as const;
      faults.set(row, [{ ...fault, read: text }]);
    }
  }
  const all = [...known, ...kept.map(({ row, entry }) => asVintage(row, entry))];
  for (const { row, entry } of kept) {
    const fault = mismatchOf(row, entry, all);
    if (fault && !isKnown(entry, known)) faults.set(row, [fault]);
  }
  return faults;
}

function mismatchOf(
  row: RetailRow,
  entry: RetailEntry,
  all: readonly RetailTotal[],
): RetailFault | null {
  const other = all
    .filter(({ month, kind }) => month === entry.month && kind !== entry.kind)
    .filter(({ publishedOn }) => publishedOn <= entry.publishedOn)
    .toSorted(compareVintages)
    .at(-1);
  if (!other) return null;
  const isGoods = entry.kind === "goods";
  const [goodsVnd, allVnd] = isGoods
    ? [entry.amountVnd, other.amountVnd]
    : [other.amountVnd, entry.amountVnd];
  if (goodsVnd <= allVnd) return null;
  return {
    column: "amount",
    code: isGoods ? "retail_goods_above_total" : "retail_total_below_goods",
    detail: { billions: formatBillions(other.amountVnd, "vi") },
    read: row.cells.amount.text,
  };
}

/** As the last entered of its day: later lines of a file come later. */
function asVintage({ lineNumber }: RetailRow, entry: RetailEntry): RetailTotal {
  const enteredAt = Number.MAX_SAFE_INTEGER - 1_000_000 + lineNumber;
  const { amountVnd } = entry;
  return {
    ...entry,
    amountVnd: vnd(amountVnd),
    id: `line ${lineNumber}`,
    enteredAt,
    isSample: false,
  };
}

/** Entered again after a slip of the same day, it is a correction and no repetition. */
function isKnown(entry: RetailEntry, known: readonly RetailTotal[]): boolean {
  const ofKind = known
    .filter(({ month, kind }) => month === entry.month && kind === entry.kind)
    .toSorted(compareVintages);
  const inUse = ofKind.at(-1);
  const same = ofKind.findLast((one) => isSame(one, entry));
  return (
    same !== undefined &&
    inUse !== undefined &&
    (same === inUse || inUse.publishedOn > entry.publishedOn)
  );
}

function isSame(one: RetailTotal, entry: RetailEntry): boolean {
  return (
    one.month === entry.month &&
    one.kind === entry.kind &&
    one.amountVnd === entry.amountVnd &&
    one.stage === entry.stage &&
    one.source === entry.source &&
    one.publishedOn === entry.publishedOn
  );
}

function isNewest(vintage: RetailTotal, all: readonly RetailTotal[]): boolean {
  return all
    .filter(({ month, kind }) => month === vintage.month && kind === vintage.kind)
    .every((one) => compareVintages(one, vintage) <= 0 || one.id === vintage.id);
}

function byMonth(a: { entry: RetailEntry }, b: { entry: RetailEntry }): number {
  return a.entry.month < b.entry.month ? -1 : a.entry.month > b.entry.month ? 1 : 0;
}
