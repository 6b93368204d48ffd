type Step = { movedVnd: number; balanceVnd: number | null };

/**
 * Lines in the order in which their balances lead from one to the next, from `start` on if one begins there: each line is
 * a step from the balance before it to the balance after it, and the order is a walk that takes every step once (a trail of
 * Euler's). If there is such a walk it is found; if there is none, as few walks as the balances allow follow each other.
 */
export function inTrails<Line extends Step>(lines: readonly Line[], start: number | null): Line[] {
  const steps = createSteps(lines);
  const ordered: Line[] = [];
  let at = start;
  while (steps.count() > 0) {
    const from = at !== null && steps.isBegun(at) ? at : steps.firstBegin();
    const trail = steps.walk(from);
    // Rounds that were passed by begin and end at a balance on the way.
    for (let i = 0; i <= trail.length; i += 1) {
      const here = i === 0 ? from : (trail[i - 1]?.balanceVnd ?? from);
      while (steps.isBegun(here)) {
        const round = steps.walk(here);
        if (round.at(-1)?.balanceVnd !== here) {
          steps.giveBack(round);
          break;
        }
        trail.splice(i, 0, ...round);
      }
    }
    ordered.push(...trail);
    at = trail.at(-1)?.balanceVnd ?? null;
  }
  return ordered;
}

const beforeOf = (line: Step) => (line.balanceVnd ?? 0) - line.movedVnd;

function createSteps<Line extends Step>(lines: readonly Line[]) {
  // By the balance before them, the earliest last.
  const leaving = new Map<number, Line[]>();
  let left = 0;
  const giveBack = (some: readonly Line[]) => {
    for (const line of some.toReversed()) {
      const before = beforeOf(line);
      const known = leaving.get(before);
      if (known) known.push(line);
      else leaving.set(before, [line]);
      left += 1;
    }
  };
  const walk = (from: number): Line[] => {
    const trail: Line[] = [];
    for (let here = from; ;) {
      const line = leaving.get(here)?.pop();
      if (!line) return trail;
      left -= 1;
      trail.push(line);
      here = line.balanceVnd ?? here;
    }
  };
  /** Where a walk has to begin, because more steps leave there than arrive; else anywhere. */
  const firstBegin = (): number => {
    const surplus = new Map<number, number>();
    const unused = [...leaving.values()].flatMap((some) => some.toReversed());
    for (const line of unused) {
      const before = beforeOf(line);
      const after = line.balanceVnd ?? 0;
      surplus.set(before, (surplus.get(before) ?? 0) + 1);
      surplus.set(after, (surplus.get(after) ?? 0) - 1);
    }
    const first = unused.find((line) => (surplus.get(beforeOf(line)) ?? 0) > 0) ?? unused[0];
    return first ? beforeOf(first) : 0;
  };
  giveBack(lines);
  return {
    count: () => left,
    isBegun: (balance: number) => (leaving.get(balance)?.length ?? 0) > 0,
    walk,
    giveBack,
    firstBegin,
  };
}
