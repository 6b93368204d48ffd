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
  /** After the last line: its told balance, or the one told before it and the lines since. */
  balanceVnd: number | null;
  /** The newest line that told a balance. */
  told: ChainLine | null;
  /** What moved before the first balance was told. */
  untoldVnd: number;
  breaks: ChainBreak[];
  /** By how much the newest told balance jumped; 0 where it followed. */
  jumpVnd: number;
  /** By how much all told balances jumped. */
  jumpsVnd: number;
};

export const NEW_CHAIN: Chain = {
  openingVnd: null,
  balanceVnd: null,
  told: null,
  untoldVnd: 0,
  breaks: [],
  jumpVnd: 0,
  jumpsVnd: 0,
};

/**
 * Follows the lines of one more day, in whatever order they came. Lines of one second, and lines of which only the day is
 * known, have no order of their own: if the day's balances follow from each other in any order, nothing breaks. They
 * are taken by time, those of one moment as their balances lead from one to the next; where that leaves breaks, the whole
 * day is taken as its balances lead, and the order with fewer breaks counts. On a day on which only some lines told a
 * balance, jumps that make up for each other are taken for such a disorder.
 */
export function followDay(chain: Chain, lines: readonly ChainLine[]): Chain {
  const sorted = lines.toSorted((a, b) => a.occurredAt - b.occurredAt || (a.id < b.id ? -1 : 1));
  const byTime = follow(chain, momentsOf(sorted));
  const brokenCount = byTime.breaks.length - chain.breaks.length;
  if (brokenCount === 0) return byTime;
  if (sorted.every(isTold)) {
    const byBalance = follow(chain, [sorted]);
    return byBalance.breaks.length < byTime.breaks.length ? byBalance : byTime;
  }
  const isDisorder = brokenCount > 1 && byTime.jumpsVnd === chain.jumpsVnd;
  return isDisorder ? { ...byTime, breaks: chain.breaks } : byTime;
}

type ToldLine = ChainLine & { balanceVnd: number };

function isTold(line: ChainLine): line is ToldLine {
  return line.balanceVnd !== null;
}

function momentsOf(sorted: readonly ChainLine[]): ChainLine[][] {
  const moments: ChainLine[][] = [];
  for (const line of sorted) {
    const last = moments.at(-1);
    if (last?.[0]?.occurredAt === line.occurredAt) last.push(line);
    else moments.push([line]);
  }
  return moments;
}

/** Each group in the order in which its balances lead from one line to the next, if all of it told one. */
function follow(chain: Chain, groups: readonly (readonly ChainLine[])[]): Chain {
  const next = { ...chain, breaks: [...chain.breaks] };
  for (const group of groups) {
    const ordered =
      group.length > 1 && group.every(isTold) ? inTrails(group, next.balanceVnd) : group;
    for (const line of ordered) addLine(next, line);
  }
  return next;
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
  chain.jumpsVnd += jumpVnd;
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
