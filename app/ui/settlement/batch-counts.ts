/** How many payouts of a batch were approved, taken out, or refused for what, as the address of its page says it. */
export type BatchCounts = {
  approved: number;
  out: number;
  refused: { code: string; count: number }[];
};

const REFUSED = "refused-";
const MAX_REFUSALS = 6;

export function countsQuery(done: {
  approvedCount: number;
  takenOutCount: number;
  refusedCounts: Readonly<Record<string, number>>;
}): Record<string, number> {
  const refused = Object.entries(done.refusedCounts).map(([code, n]) => [REFUSED + code, n]);
  return {
    approved: done.approvedCount,
    out: done.takenOutCount,
    ...(Object.fromEntries(refused) as Record<string, number>),
  };
}

/** Anybody can write an address: no count is above that of the batch. */
export function readCounts(query: URLSearchParams, payoutCount: number): BatchCounts {
  const atMost = (text: string | null) => {
    const count = Math.floor(Number(text)) || 0;
    return Math.min(Math.max(0, count), payoutCount);
  };
  const refused = [...query]
    .filter(([name]) => name.startsWith(REFUSED))
    .slice(0, MAX_REFUSALS)
    .map(([name, text]) => ({ code: name.slice(REFUSED.length), count: atMost(text) }));
  return {
    approved: atMost(query.get("approved")),
    out: atMost(query.get("out")),
    refused: refused.filter(({ count }) => count > 0),
  };
}
