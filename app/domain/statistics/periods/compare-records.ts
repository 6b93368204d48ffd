import type { RecordDifferences } from "../types-periods";
import type { PeriodRecord } from "./records";

const CODES_MAX = 50;

/**
 * How two lists of records differ, both in the order in which they are kept (sales before returns, by day and code): they
 * are read side by side, so that their length costs no memory. One that moved to another day is changed.
 */
export async function compareRecords(
  before: AsyncIterable<PeriodRecord>,
  after: AsyncIterable<PeriodRecord>,
): Promise<RecordDifferences> {
  const gone = new Set<string>();
  const come = new Set<string>();
  let changedCount = 0;
  const changed: string[] = [];
  const [olds, news] = [before[Symbol.asyncIterator](), after[Symbol.asyncIterator]()];
  let [old, fresh] = [await olds.next(), await news.next()];
  while (!old.done || !fresh.done) {
    const order = placeOrder(old.done ? null : old.value, fresh.done ? null : fresh.value);
    if (order === 0 && !old.done && JSON.stringify(old.value) !== JSON.stringify(fresh.value)) {
      changedCount += 1;
      if (changed.length < CODES_MAX) changed.push(old.value.code);
    }
    if (order < 0 && !old.done) gone.add(old.value.code);
    if (order > 0 && !fresh.done) come.add(fresh.value.code);
    if (order <= 0) old = await olds.next();
    if (order >= 0) fresh = await news.next();
  }
  const moved = [...gone].filter((code) => come.has(code));
  return {
    addedCount: come.size - moved.length,
    removedCount: gone.size - moved.length,
    changedCount: changedCount + moved.length,
    codes: [...new Set([...changed, ...gone, ...come])].slice(0, CODES_MAX),
  };
}

/** Below 0: the first comes first, or there is no second. */
function placeOrder(a: PeriodRecord | null, b: PeriodRecord | null): number {
  if (a === null) return 1;
  if (b === null) return -1;
  const [first, second] = [placeOf(a), placeOf(b)];
  return first === second ? 0 : first < second ? -1 : 1;
}

function placeOf({ kind, on, code }: PeriodRecord): string {
  return `${kind === "sale" ? 0 : 1} ${on} ${code}`;
}
