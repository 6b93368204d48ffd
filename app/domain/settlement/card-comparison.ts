import { DAY_MS, MINUTE_MS } from "~/platform/period";
import type { Difference } from "./reconciliation";

/** What the card provider told or the ledger booked, thing by thing: a charge, a refund, a dispute, a payout. */
export type CardEntry = {
  sourceId: string;
  kind: "payout" | "other";
  /** By how much it changed what the provider holds for us. */
  netVnd: number;
  occurredAt: number;
};

/** What has just happened one side may not have heard of yet. */
const GRACE_MS = 15 * MINUTE_MS;
/** A payout takes days to reach our bank, and a person says there what it was. */
const PAYOUT_MS = 7 * DAY_MS;
/** So near to the beginning of the window a thing may lie half outside of it. */
const EDGE_MS = DAY_MS;

type Window = { from: number; at: number };
type Found = { sourceId: string; theirsVnd: number; oursVnd: number; first: number; last: number };

/**
 * What the provider's list and the ledger do not agree on, since `from`. `differenceVnd` is the provider's balance less
 * the ledger's. What is only on its way is no difference: `pendingVnd` is what has to be added to the provider's balance for it.
 * What no thing of the window explains is named as a whole.
 */
export function compareCards(given: {
  window: Window;
  theirs: readonly CardEntry[];
  ours: readonly CardEntry[];
  differenceVnd: number;
}): { differences: Difference[]; pendingVnd: number } {
  const { window, theirs, ours, differenceVnd } = given;
  const isOther = ({ kind }: CardEntry) => kind === "other";
  const isPayout = ({ kind }: CardEntry) => kind === "payout";
  const others = bySource(theirs.filter(isOther), ours.filter(isOther))
    .filter((one) => one.theirsVnd !== one.oursVnd && one.first >= window.from + EDGE_MS)
    .map((one) => ({ ...one, isPending: one.last > window.at - GRACE_MS }));
  const payouts = matchPayouts(window, theirs.filter(isPayout), ours.filter(isPayout));
  const found = [...others, ...payouts];
  let pendingVnd = 0;
  let restVnd = differenceVnd;
  for (const { theirsVnd, oursVnd, isPending } of found) {
    restVnd -= theirsVnd - oursVnd;
    if (isPending) pendingVnd -= theirsVnd - oursVnd;
  }
  const named = found.filter(({ isPending }) => !isPending);
  return {
    pendingVnd,
    differences: [
      ...named.map(({ sourceId, theirsVnd, oursVnd }) => ({
        name: "card_movement" as const,
        subjectId: sourceId,
        besideId: null,
        expectedVnd: theirsVnd,
        actualVnd: oursVnd,
      })),
      ...(restVnd === 0 ? [] : [rest(restVnd)]),
    ],
  };
}

function rest(expectedVnd: number): Difference {
  const name = "card_balance";
  return { name, subjectId: name, besideId: null, expectedVnd, actualVnd: 0 };
}

function bySource(theirs: readonly CardEntry[], ours: readonly CardEntry[]): Found[] {
  const found = new Map<string, Found>();
  const add = (entry: CardEntry, side: "theirsVnd" | "oursVnd") => {
    const { sourceId, netVnd, occurredAt } = entry;
    const known = found.get(sourceId) ?? {
      sourceId,
      theirsVnd: 0,
      oursVnd: 0,
      first: occurredAt,
      last: occurredAt,
    };
    known[side] += netVnd;
    known.first = Math.min(known.first, occurredAt);
    known.last = Math.max(known.last, occurredAt);
    found.set(sourceId, known);
  };
  for (const entry of theirs) add(entry, "theirsVnd");
  for (const entry of ours) add(entry, "oursVnd");
  return [...found.values()];
}

/** A payout and the line of our bank that brought it share nothing but the amount. */
function matchPayouts(window: Window, theirs: readonly CardEntry[], ours: readonly CardEntry[]) {
  const lines = bySource([], ours).toSorted((a, b) => a.first - b.first);
  const open: (Found & { isPending: boolean })[] = [];
  // One that failed came back under the same name.
  const sent = bySource(theirs, []).filter(({ theirsVnd }) => theirsVnd !== 0);
  for (const payout of sent.toSorted((a, b) => a.first - b.first)) {
    const at = lines.findIndex(
      (line) =>
        line.oursVnd === payout.theirsVnd &&
        line.first >= payout.first - EDGE_MS &&
        // Later it is another payout's of the same amount, and this one has not come.
        line.first <= payout.first + PAYOUT_MS,
    );
    if (at >= 0) lines.splice(at, 1);
    else open.push({ ...payout, isPending: payout.first > window.at - PAYOUT_MS });
  }
  const strays = lines
    .filter((line) => line.oursVnd !== 0 && line.first >= window.from + PAYOUT_MS + EDGE_MS)
    .map((line) => ({ ...line, isPending: false }));
  return [...open, ...strays];
}
