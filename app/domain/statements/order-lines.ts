import type { StatementLine } from "./read-rows";

type Placed<Row> = Row & { position: number; gapVnd: number | null };
export type OrderedLines<Row> = {
  /** Oldest first. */
  lines: Placed<Row>[];
  openingBalanceVnd: number | null;
  closingBalanceVnd: number | null;
};

/**
 * The lines of a file oldest first, whichever way the bank lists them, and where its running balance does not follow
 * from the line before: there rows are missing from the file, or are in error.
 */
export function orderLines<Row extends { line: StatementLine }>(
  rows: readonly Row[],
): OrderedLines<Row> {
  const listed = isNewestFirst(rows) ? rows.toReversed() : [...rows];
  const gaps = new Map(listed.map((row, i) => [row, gapBefore(row, listed[i - 1])]));
  const first = listed[0]?.line;
  return {
    // A stable sort: lines of one moment stay as they were listed.
    lines: listed
      .toSorted((a, b) => a.line.occurredAt - b.line.occurredAt)
      .map((row, i) => ({ ...row, position: i + 1, gapVnd: gaps.get(row) ?? null })),
    openingBalanceVnd:
      first && first.balanceVnd !== null ? first.balanceVnd - signedAmount(first) : null,
    closingBalanceVnd: listed.at(-1)?.line.balanceVnd ?? null,
  };
}

/** By its days; where all are of one moment, by the way in which fewer balances jump. */
function isNewestFirst(rows: readonly { line: StatementLine }[]): boolean {
  const first = rows[0]?.line.occurredAt ?? 0;
  const last = rows.at(-1)?.line.occurredAt ?? 0;
  if (first !== last) return first > last;
  return countGaps(rows.toReversed()) < countGaps(rows);
}

function countGaps(rows: readonly { line: StatementLine }[]): number {
  return rows.filter((row, i) => gapBefore(row, rows[i - 1]) !== null).length;
}

function gapBefore(
  { line }: { line: StatementLine },
  before: { line: StatementLine } | undefined,
): number | null {
  if (!before || before.line.balanceVnd === null || line.balanceVnd === null) return null;
  const gap = line.balanceVnd - before.line.balanceVnd - signedAmount(line);
  return gap === 0 ? null : gap;
}

function signedAmount({ direction, amountVnd }: StatementLine): number {
  return direction === "in" ? amountVnd : 0 - amountVnd;
}
