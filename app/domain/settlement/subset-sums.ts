/** The most amounts that are searched: two halves of at most 1,024 sums. */
export const SEARCHED_AMOUNTS_MAX = 20;

/**
 * Every set of places in `amounts` (whole đồng, below zero too, at most 20) whose amounts add up to `wanted`, one at a
 * time: the sums of one half are looked up from those of the other (meet in the middle), a step for each of 2,048 sums.
 */
export function* subsetsOf(amounts: readonly number[], wanted: number): Generator<number[]> {
  const searched = amounts.slice(0, SEARCHED_AMOUNTS_MAX);
  const middle = searched.length >> 1;
  const bySum = new Map<number, number[]>();
  for (const [set, sum] of sumsOf(searched.slice(0, middle)).entries()) {
    const known = bySum.get(sum);
    if (known) known.push(set);
    else bySum.set(sum, [set]);
  }
  for (const [set, sum] of sumsOf(searched.slice(middle)).entries()) {
    for (const other of bySum.get(wanted - sum) ?? []) {
      const both = (set << middle) | other;
      yield searched.flatMap((_, place) => ((both >> place) & 1 ? [place] : []));
    }
  }
}

/** The sum of each set of places, a set being the bits of its index. */
function sumsOf(amounts: readonly number[]): number[] {
  const sums = [0];
  for (const amount of amounts) {
    const known = sums.length;
    for (let set = 0; set < known; set += 1) sums.push((sums[set] ?? 0) + amount);
  }
  return sums;
}
