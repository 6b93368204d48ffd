import { ROW_KINDS, type ImportStatus, type RowKind } from "./table-columns";

/** What of a file is shown: rows of one kind, or those that came out otherwise. */
export type RowFilter = RowKind | "differs";
const ROW_FILTERS = ["wrong", "differs", "changed", "new", "emptied", "unchanged"] as const;

export function readFilter(text: string | null): RowFilter | null {
  return ROW_FILTERS.find((filter) => filter === text) ?? null;
}

type Counted = {
  status: ImportStatus;
  counts: Record<RowKind, number>;
  differsCount: number;
};

/** What there is to see of a file and how many rows of each: once it is written, only what was not. */
export function shownFilters(table: Counted): { filter: RowFilter; count: number }[] {
  const kept: readonly RowFilter[] = table.status === "done" ? ["wrong", "differs"] : ROW_KINDS;
  return ROW_FILTERS.filter((filter) => kept.includes(filter))
    .map((filter) => ({
      filter,
      count: filter === "differs" ? table.differsCount : table.counts[filter],
    }))
    .filter(({ count }) => count > 0);
}

/** What a page shows first: what needs somebody most. */
export function firstFilter(table: Counted): RowFilter {
  return shownFilters(table)[0]?.filter ?? "wrong";
}
