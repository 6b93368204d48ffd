/**
 * Whether one slip makes one word of the other: a letter too many, missing, wrong, or swapped with its
 * neighbour. The same word twice has none.
 */
export function hasOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const restOf = (word: string, passed: number) => word.slice(start + passed);
  if (short.length < long.length) return restOf(short, 0) === restOf(long, 1);
  if (restOf(short, 1) === restOf(long, 1)) return true;
  return (
    short[start] === long[start + 1] &&
    short[start + 1] === long[start] &&
    restOf(short, 2) === restOf(long, 2)
  );
}
