/** Lines that are tried out in one transaction, unless more of them bear on each other: a sixth of a second at most. */
export const BATCH_SIZE = 20;

/**
 * Numbers lines so that those which bear on each other (one order's, one class of equal lines) get one number: what
 * the first does decides what the second would be. The numbers follow the order of the lines.
 * @param lines for each, in order, the names of what it touches
 */
export function batchLines(lines: readonly (readonly string[])[]): number[] {
  const parents = lines.map((_, i) => i);
  const rootOf = (i: number): number => {
    let root = i;
    while (parents[root] !== root) root = parents[root] ?? root;
    parents[i] = root;
    return root;
  };
  const firstWith = new Map<string, number>();
  for (const [i, names] of lines.entries()) {
    for (const name of names) {
      const first = firstWith.get(name);
      if (first === undefined) firstWith.set(name, i);
      else joinTo(parents, rootOf(i), rootOf(first));
    }
  }
  const sizes = new Map<number, number>();
  for (const i of lines.keys()) sizes.set(rootOf(i), (sizes.get(rootOf(i)) ?? 0) + 1);
  return numberGroups(lines.length, { rootOf, sizes });
}

/** The earlier line stays the root. */
function joinTo(parents: number[], a: number, b: number): void {
  parents.splice(Math.max(a, b), 1, Math.min(a, b));
}

function numberGroups(
  lineCount: number,
  { rootOf, sizes }: { rootOf: (i: number) => number; sizes: ReadonlyMap<number, number> },
): number[] {
  const batches = new Map<number, number>();
  let batch = 1;
  let filled = 0;
  const numbers: number[] = [];
  for (let i = 0; i < lineCount; i += 1) {
    const root = rootOf(i);
    if (!batches.has(root)) {
      const size = sizes.get(root) ?? 1;
      if (filled > 0 && filled + size > BATCH_SIZE) {
        batch += 1;
        filled = 0;
      }
      batches.set(root, batch);
      filled += size;
    }
    numbers.push(batches.get(root) ?? batch);
  }
  return numbers;
}
