import { isoInstant } from "~/platform/period";
import type { EventData } from "./types-export";

/** A move of an order, a return or a contract, as the file of somebody's data has it. */
export function eventData(event: {
  occurredAt: number;
  fromStatus: string | null;
  toStatus: string;
  movedBy: string | null;
  words: string | null;
}): EventData {
  const { occurredAt, fromStatus: from, toStatus: to, movedBy: by, words } = event;
  return { at: isoInstant(occurredAt), from, to, by, words };
}

export function groupBy<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const known = groups.get(keyOf(row));
    if (known) known.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
