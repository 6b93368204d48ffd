/** What keeps a household from being paid, or a payout from being approved. */
const PAYOUT_STOPS = [
  "account_missing",
  "account_waiting", // named or changed too short a time ago (`payout-rules`)
  "suspended",
  "nothing_ripe",
  "with_programme", // nothing else is ripe but what a programme has not paid its share of
  "owes_more", // than is ripe
  // Of one that is prepared:
  "account_changed",
  "order_changed", // it has another amount, or is paid elsewhere
  "open_return",
  "balance_short", // what is on the household's account is less
] as const;
export type PayoutStop = (typeof PAYOUT_STOPS)[number];

/** Why a payout was taken out of its batch, as the note of its move says it. */
export function stopNote(stop: PayoutStop): string {
  return `stop:${stop}`;
}
export function stopOfNote(note: string | null): PayoutStop | null {
  return PAYOUT_STOPS.find((stop) => note === stopNote(stop)) ?? null;
}
