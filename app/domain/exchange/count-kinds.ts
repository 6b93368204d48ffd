import type { RowKind, RowPlan } from "./table-columns";

/** How many rows do what. */
export function countKinds(lines: readonly { plan: RowPlan }[]): Record<RowKind, number> {
  const counts: Record<RowKind, number> = {
    new: 0,
    changed: 0,
    unchanged: 0,
    wrong: 0,
    emptied: 0,
  };
  for (const { plan } of lines) counts[plan.kind] += 1;
  return counts;
}

/** How many rows bring a price that looks like a slip. */
export function countDoubtful(lines: readonly { plan: RowPlan }[]): number {
  return lines.filter(({ plan }) => plan.changes.some((change) => change.isDoubtful)).length;
}

/** How many a yes would write; none while a row is wrong that may be one of those that seem to be absent. */
export function countToWrite(of: {
  counts: Record<RowKind, number>;
  zeroesAbsent: boolean;
}): number {
  if (of.zeroesAbsent && of.counts.wrong > 0) return 0;
  return of.counts.new + of.counts.changed + of.counts.emptied;
}
