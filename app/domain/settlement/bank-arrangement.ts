import { SEARCHED_AMOUNTS_MAX, subsetsOf } from "./subset-sums";

type Step = { occurredAt: number; movedVnd: number; balanceVnd: number | null };
type ToldStep<Line extends Step> = { line: Line; before: number; after: number };

/** Every order is tried of so many lines of a day, as far as so many steps lead. */
const SEARCHED_LINES_MAX = 60;
const STEPS_MAX = 3_000;
/** Told times untold lines: on a fuller day each jump would be searched among too many. */
const EXPLAINED_MAX = 1_000_000;

/**
 * Lines of a day, some without a told balance, in an order in which every told balance follows from `start` (null: from
 * any): between two told lines lie untold ones of exactly what is between their balances, wherever in the day they stand.
 * What no balance needs comes last. Null where there is no such order, or none was found among `STEPS_MAX` steps, or
 * there are more than 60 lines.
 */
export function arrange<Line extends Step>(
  lines: readonly Line[],
  start: number | null,
): Line[] | null {
  if (lines.length > SEARCHED_LINES_MAX) return null;
  const { told, untold } = partsOf(lines);
  let stepsLeft = STEPS_MAX;
  const search = (
    at: number | null,
    left: { told: readonly ToldStep<Line>[]; untold: readonly Line[] },
  ): Line[] | null => {
    if (left.told.length === 0) return [...left.untold];
    for (const next of inTurn(left.told, at)) {
      const rest = left.told.filter((one) => one !== next);
      const jumpVnd = at === null ? 0 : next.before - at;
      for (const used of waysOf(left.untold, jumpVnd)) {
        stepsLeft -= 1;
        if (stepsLeft < 0) return null;
        const untoldLeft = left.untold.filter((line) => !used.includes(line));
        const found = search(next.after, { told: rest, untold: untoldLeft });
        if (found) return [...used, next.line, ...found];
      }
      stepsLeft -= 1;
    }
    return null;
  };
  const found = search(start, { told, untold });
  return found && withOpening(found, start);
}

/**
 * Told lines as they come, each jump between two explained, if it can be, by some of the 20 untold lines that lie nearest
 * to it in time and are free; the others come last. Null on a day that is too full for that.
 */
export function explain<Line extends Step>(
  ordered: readonly Line[],
  untold: readonly Line[],
  start: number | null,
): Line[] | null {
  if (ordered.length * untold.length > EXPLAINED_MAX) return null;
  let at = start;
  let free = [...untold];
  const arranged: Line[] = [];
  for (const { line, before, after } of partsOf(ordered).told) {
    if (at !== null && before !== at) {
      const [used] = waysOf(nearest(free, line), before - at);
      arranged.push(...(used ?? []));
      free = free.filter((one) => !used?.includes(one));
    }
    arranged.push(line);
    at = after;
  }
  return withOpening([...arranged, ...free], start);
}

function partsOf<Line extends Step>(lines: readonly Line[]) {
  const told = lines.flatMap((line) =>
    line.balanceVnd === null
      ? []
      : [{ line, before: line.balanceVnd - line.movedVnd, after: line.balanceVnd }],
  );
  return { told, untold: lines.filter((line) => line.balanceVnd === null) };
}

/** What follows without a jump first; of lines that do the same to the balance only one. */
function inTurn<Line extends Step>(
  told: readonly ToldStep<Line>[],
  at: number | null,
): ToldStep<Line>[] {
  const different = [...new Map(told.map((one) => [`${one.before} ${one.after}`, one])).values()];
  return [
    ...different.filter(({ before }) => before === at),
    ...different.filter(({ before }) => before !== at),
  ];
}

/** The sets of untold lines that make up a jump; of none, where there is none. */
function* waysOf<Line extends Step>(untold: readonly Line[], jumpVnd: number): Generator<Line[]> {
  if (jumpVnd === 0) {
    yield [];
    return;
  }
  const amounts = untold.map(({ movedVnd }) => movedVnd);
  for (const places of subsetsOf(amounts, jumpVnd)) {
    yield untold.filter((_, place) => places.includes(place));
  }
}

function nearest<Line extends Step>(untold: readonly Line[], to: Line): Line[] {
  const distance = ({ occurredAt }: Line) => Math.abs(occurredAt - to.occurredAt);
  return untold.toSorted((a, b) => distance(a) - distance(b)).slice(0, SEARCHED_AMOUNTS_MAX);
}

/** Where nothing was told before, what no balance needs and stands before the first told line has moved before it. */
function withOpening<Line extends Step>(arranged: Line[], start: number | null): Line[] {
  const first = arranged.find(({ balanceVnd }) => balanceVnd !== null);
  const lastTold = arranged.findLastIndex(({ balanceVnd }) => balanceVnd !== null);
  if (start !== null || !first) return arranged;
  const rest = arranged.slice(lastTold + 1);
  const isBefore = ({ occurredAt }: Line) => occurredAt < first.occurredAt;
  return [
    ...rest.filter(isBefore),
    ...arranged.slice(0, lastTold + 1),
    ...rest.filter((line) => !isBefore(line)),
  ];
}
