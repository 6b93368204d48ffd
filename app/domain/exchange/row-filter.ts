import { ROW_KINDS, type RowKind } from "./table-columns";

/** What of a file is shown: rows of one kind, or those that came out otherwise. */
export type RowFilter = RowKind | "differs";
export const ROW_FILTERS = [...ROW_KINDS, "differs"] as const;

export function readFilter(text: string | null): RowFilter | null {
  return ROW_FILTERS.find((filter) => filter === text) ?? null;
}
