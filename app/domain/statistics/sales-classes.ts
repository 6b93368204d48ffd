import { vnd, type Vnd } from "~/platform/money";

/** Sales from the smallest to the largest of a class, both counted. */
export type SalesClass = { fromVnd: Vnd; toVnd: Vnd };

const CLASSES_MAX = 5;

/**
 * Five classes or fewer, the lowest first, each of about as many communes (quantiles); the same sales are always in the
 * same class. What is not above zero is in none.
 */
export function salesClasses(sales: readonly Vnd[]): SalesClass[] {
  const sorted = sales.filter((one) => one > 0).toSorted((a, b) => a - b);
  const count = Math.min(CLASSES_MAX, new Set(sorted).size);
  const starts = new Set([0]);
  for (let i = 1; i < count; i += 1) {
    // To the first of those that are the same, or the one after them where that is nearer.
    const place = Math.round((i * sorted.length) / count);
    const first = sorted.indexOf(sorted[place] ?? vnd(0));
    const after = sorted.lastIndexOf(sorted[place] ?? vnd(0)) + 1;
    const start = place - first <= after - place ? first : after;
    if (start < sorted.length) starts.add(start);
  }
  const places = [...starts].filter((start) => start < sorted.length).toSorted((a, b) => a - b);
  return places.map((start, i) => ({
    fromVnd: sorted[start] ?? vnd(0),
    toVnd: sorted[(places[i + 1] ?? sorted.length) - 1] ?? vnd(0),
  }));
}

/** Its place, from 0; -1 where it is in none. */
export function classOf(classes: readonly SalesClass[], salesVnd: Vnd): number {
  return classes.findIndex(({ fromVnd, toVnd }) => fromVnd <= salesVnd && salesVnd <= toVnd);
}
