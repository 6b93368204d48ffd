import { ROW_KINDS, type ImportStatus, type RowKind } from "./table-columns";

/** What of a file is shown: rows of one kind, those with a price that looks like a slip, or those that came out otherwise. */
export type RowFilter = RowKind | "doubtful" | "differs";
const ROW_FILTERS = [
  "doubtful",
  "wrong",
  "differs",
  "changed",
  "new",
  "emptied",
  "unchanged",
] as const;

export function readFilter(text: string | null): RowFilter | null {
  return ROW_FILTERS.find((filter) => filter === text) ?? null;
}

type Counted = {
  status: ImportStatus;
  counts: Record<RowKind, number>;
  differsCount: number;
  doubtfulCount: number;
};

/** What there is to see of a file and how many rows of each: once it is written, only what was not. */
export function shownFilters(table: Counted): { filter: RowFilter; count: number }[] {
  const kept: readonly RowFilter[] =
    table.status === "done" ? ["wrong", "differs"] : ["doubtful", ...ROW_KINDS];
  const { counts, differsCount: differs, doubtfulCount: doubtful } = table;
  const countOf: Record<RowFilter, number> = { ...counts, differs, doubtful };
  return ROW_FILTERS.filter((filter) => kept.includes(filter))
    .map((filter) => ({ filter, count: countOf[filter] }))
    .filter(({ count }) => count > 0);
}

/** What a page shows first: what needs somebody most. */
export function firstFilter(table: Counted): RowFilter {
  return shownFilters(table)[0]?.filter ?? "wrong";
}
