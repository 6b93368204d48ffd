import type { Vnd } from "~/platform/money";
import { monthIndexOf, monthsOf, type ChannelSale, type Span } from "./channel-records";
import { ratioOf, type Ratio } from "./ratio";

/**
 * far: a month of it is more than three times, or less than a third of, a month of the nearest figure known of its
 * channel. large: more than a fifth of all that the province's retail sells in its months. unsure: nothing to compare
 * with, and the text may be read in two ways.
 */
export type ChannelDoubt = "far" | "large" | "unsure";

/** What the officer is asked before a doubtful figure is entered. */
export type ChannelQuestion = Pick<
  ChannelSale,
  "channel" | "channelName" | "firstMonth" | "lastMonth" | "kind" | "amountVnd"
> & {
  doubt: ChannelDoubt;
  /** A month of it by a month of the nearest (`far`), or it by the retail total (`large`). */
  ratio: Ratio | null;
  /** The nearest figure of its channel. */
  nearest: (Span & { amountVnd: Vnd }) | null;
  /** Sent back with the same values it says: yes, that is right. */
  confirmation: string;
};

type Doubtful = Omit<ChannelQuestion, "doubt" | "ratio" | "nearest" | "confirmation"> & {
  isAmbiguous: boolean;
};
export type ChannelNeighbours = {
  /** Figures in use of the same channel and kind. */
  ofChannel: readonly (Span & { amountVnd: Vnd })[];
  /** The official total of all its months; null where one of them is missing. */
  retailVnd: Vnd | null;
};

const FAR_TIMES = 3n;
const LARGE_PART = 5n; // a fifth; of the whole country's retail a tenth is sold online

/** The question that a figure calls for, or null when it is plausible. */
export function channelQuestionAbout(
  { isAmbiguous, ...sale }: Doubtful,
  { ofChannel, retailVnd }: ChannelNeighbours,
): ChannelQuestion | null {
  const nearest = nearestOf(sale, ofChannel);
  const asked = (doubt: ChannelDoubt, ratio: Ratio | null): ChannelQuestion => ({
    ...sale,
    doubt,
    ratio,
    nearest,
    confirmation: confirmationOf(sale),
  });
  if (retailVnd !== null && BigInt(sale.amountVnd) * LARGE_PART > BigInt(retailVnd)) {
    return asked("large", ratioOf(sale.amountVnd, retailVnd));
  }
  if (nearest) {
    const perMonth = ratioOfMonths(sale, nearest);
    if (isFar(sale, nearest)) return asked("far", perMonth);
  }
  const isAlone = nearest === null && retailVnd === null;
  return isAlone && isAmbiguous ? asked("unsure", null) : null;
}

/** Names the values that were confirmed, so that others typed afterwards are asked about again. */
function confirmationOf(sale: Omit<Doubtful, "isAmbiguous">): string {
  const { channel, firstMonth, lastMonth, kind, amountVnd } = sale;
  return `${channel} ${firstMonth} ${lastMonth} ${kind} ${amountVnd}`;
}

type Amount = Span & { amountVnd: Vnd };

/** By its last month; of two as far away the earlier. */
function nearestOf(sale: Span, known: readonly Amount[]): Amount | null {
  const distance = (one: Span) =>
    Math.abs(monthIndexOf(one.lastMonth) - monthIndexOf(sale.lastMonth));
  const [nearest] = known.toSorted(
    (a, b) => distance(a) - distance(b) || (a.lastMonth < b.lastMonth ? -1 : 1),
  );
  return nearest ?? null;
}

/** Both by the month, without dividing. */
function crossed(one: Amount, other: Amount): [bigint, bigint] {
  return [
    BigInt(one.amountVnd) * BigInt(monthsOf(other).length),
    BigInt(other.amountVnd) * BigInt(monthsOf(one).length),
  ];
}

function isFar(sale: Amount, nearest: Amount): boolean {
  const [mine, known] = crossed(sale, nearest);
  return mine > known * FAR_TIMES || mine * FAR_TIMES < known;
}

/** Exact to a thousand đồng, for the products of đồng and months may pass 2^53; it is shown to a tenth. */
function ratioOfMonths(sale: Amount, nearest: Amount): Ratio | null {
  const [mine, known] = crossed(sale, nearest);
  return ratioOf(Number(mine / 1_000n), Number(known / 1_000n));
}
