import { DAY_MS, MINUTE_MS, VIETNAM_OFFSET_MS } from "~/platform/period";
import { arrange, explain } from "./bank-arrangement";
import { inTrails } from "./bank-trails";

/** A line of one account as the chain of its balances sees it. */
export type ChainLine = {
  id: string;
  occurredAt: number;
  /** What it did to the balance: below zero for what left. */
  movedVnd: number;
  /** The balance after it, where it was told. */
  balanceVnd: number | null;
};

/** Where told balances do not follow from each other. */
export type ChainBreak = {
  name: "bank_chain" | "bank_line_extra";
  lineId: string;
  /** The line with the told balance before it. */
  besideId: string;
  expectedVnd: number;
  actualVnd: number;
};

/** How far the lines of one account have been followed. */
export type Chain = {
  /** What the account held before its first line; null until a balance is told. */
  openingVnd: number | null;
  /** The line by whose balance we know that. */
  openedBy: string | null;
  /** After the last line: its told balance, or the one told before it and the lines since. */
  balanceVnd: number | null;
  /** The newest line that told a balance. */
  told: ChainLine | null;
  /** What moved before the first balance was told. */
  untoldVnd: number;
  breaks: ChainBreak[];
  /** By how much the newest told balance jumped; 0 where it followed. */
  jumpVnd: number;
  /** Untold lines of the newest day that no balance needed and that may belong to the next: `balanceVnd` holds them. */
  late: readonly ChainLine[];
  /** The newest day and how far the lines before it had been followed. */
  eve: { chain: Chain; lines: readonly ChainLine[] } | null;
};

export const NEW_CHAIN: Chain = {
  openingVnd: null,
  openedBy: null,
  balanceVnd: null,
  told: null,
  untoldVnd: 0,
  breaks: [],
  jumpVnd: 0,
  late: [],
  eve: null,
};

/** So near to midnight a line may have been booked on the other side of it. */
const NIGHT_MS = 10 * MINUTE_MS;

/**
 * Follows the lines of one more day, in whatever order they came. Within a day times say little: lines of one second, lines of
 * which only the day is known, and what two providers tell have no order of their own. So a day on which everything
 * follows by time is taken by time; else told lines are taken as their balances lead from one to the next, and a jump
 * between two is explained by untold lines of the day of exactly as much, wherever they stand. What no jump needs has
 * moved before the next told balance of a later day. The order with the fewest breaks counts (`bank-arrangement.ts`
 * says how far orders are searched). Where the day or the one before breaks, lines within ten minutes after midnight, and
 * those with no time, are tried as lines of the day before.
 */
export function followDay(chain: Chain, lines: readonly ChainLine[]): Chain {
  const followed = followOne(chain, lines);
  const { eve } = chain;
  const plain = { ...followed, eve: { chain: { ...chain, eve: null }, lines } };
  const early = lines.filter((line) => timeOfDay(line) < NIGHT_MS);
  if (!eve || early.length === 0 || plain.breaks.length === eve.chain.breaks.length) return plain;
  const before = followOne(eve.chain, [...eve.lines, ...early]);
  const rest = lines.filter((line) => !early.includes(line));
  const joined = followOne(before, rest);
  if (joined.breaks.length >= plain.breaks.length) return plain;
  return { ...joined, eve: { chain: { ...before, eve: null }, lines: rest } };
}

/** One day, or one with the first lines of the next. */
function followOne(chain: Chain, lines: readonly ChainLine[]): Chain {
  const lateVnd = chain.late.reduce((sum, { movedVnd }) => sum + movedVnd, 0);
  const { balanceVnd } = chain;
  const begun = {
    ...chain,
    balanceVnd: balanceVnd === null ? null : balanceVnd - lateVnd,
    late: [],
  };
  const sorted = [...chain.late, ...lines].toSorted(
    (a, b) => a.occurredAt - b.occurredAt || (a.id < b.id ? -1 : 1),
  );
  let best = followOrder(begun, byMoments(sorted, begun.balanceVnd));
  for (const order of otherOrders(sorted, begun.balanceVnd)) {
    if (best.breaks.length === chain.breaks.length) break;
    const other = order && followOrder(begun, order);
    if (other && other.breaks.length < best.breaks.length) best = other;
  }
  return best;
}

/** Each found only when it is asked for. */
function* otherOrders(
  sorted: readonly ChainLine[],
  start: number | null,
): Generator<ChainLine[] | null> {
  const told = sorted.filter(isTold);
  const untold = sorted.filter((line) => !isTold(line));
  if (untold.length > 0) yield arrange(sorted, start);
  if (untold.length > 0) yield explain(byMoments(told, start), untold, start);
  const led = inTrails(told, start);
  yield untold.length > 0 ? explain(led, untold, start) : led;
}

type ToldLine = ChainLine & { balanceVnd: number };

function isTold(line: ChainLine): line is ToldLine {
  return line.balanceVnd !== null;
}

/** By time; lines of one moment as their balances lead from one to the next, if all of them told one. */
function byMoments(sorted: readonly ChainLine[], start: number | null): ChainLine[] {
  const ordered: ChainLine[] = [];
  let at = start;
  for (let from = 0; from < sorted.length;) {
    let to = from + 1;
    while (sorted[to]?.occurredAt === sorted[from]?.occurredAt) to += 1;
    const moment = sorted.slice(from, to);
    const led = to - from > 1 && moment.every(isTold) ? inTrails(moment, at) : moment;
    for (const line of led) {
      ordered.push(line);
      at = line.balanceVnd ?? (at === null ? null : at + line.movedVnd);
    }
    from = to;
  }
  return ordered;
}

function followOrder(chain: Chain, ordered: readonly ChainLine[]): Chain {
  const next = { ...chain, breaks: [...chain.breaks] };
  for (const line of ordered) addLine(next, line);
  const lastTold = ordered.findLastIndex(isTold);
  // Before the first told balance nothing can wait for one.
  if (next.told) next.late = ordered.slice(lastTold + 1).filter(isLate);
  return next;
}

function isLate(line: ChainLine): boolean {
  const time = timeOfDay(line);
  return time === 0 || time >= DAY_MS - NIGHT_MS;
}

/** Since midnight in Vietnam, which is where a line with no time of its own stands. */
function timeOfDay({ occurredAt }: ChainLine): number {
  return (occurredAt + VIETNAM_OFFSET_MS) % DAY_MS;
}

function addLine(chain: Chain, line: ChainLine): void {
  if (!isTold(line)) {
    if (chain.balanceVnd === null) chain.untoldVnd += line.movedVnd;
    else chain.balanceVnd += line.movedVnd;
    return;
  }
  const before = chain.balanceVnd;
  const { told } = chain;
  if (before === null || told === null) {
    chain.openingVnd = line.balanceVnd - line.movedVnd - chain.untoldVnd;
    chain.openedBy = line.id;
  } else {
    addJump(chain, { told, line, jumpVnd: line.balanceVnd - line.movedVnd - before });
  }
  chain.balanceVnd = line.balanceVnd;
  chain.told = line;
}

function addJump(chain: Chain, step: { told: ChainLine; line: ToldLine; jumpVnd: number }): void {
  const { told, line, jumpVnd } = step;
  const earlierVnd = chain.jumpVnd;
  chain.jumpVnd = jumpVnd;
  if (jumpVnd === 0) return;
  const last = chain.breaks.at(-1);
  // The balances before and after the told line know nothing of it: it is one too many, and nothing else is wrong.
  if (last?.lineId === told.id && earlierVnd + jumpVnd === -told.movedVnd) {
    chain.breaks[chain.breaks.length - 1] = {
      ...last,
      name: "bank_line_extra",
      expectedVnd: 0,
      actualVnd: told.movedVnd,
    };
    chain.jumpVnd = 0;
    return;
  }
  chain.breaks.push({
    name: "bank_chain",
    lineId: line.id,
    besideId: told.id,
    expectedVnd: line.balanceVnd - jumpVnd,
    actualVnd: line.balanceVnd,
  });
}
