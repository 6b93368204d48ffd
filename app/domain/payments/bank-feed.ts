import { MINUTE_MS } from "~/platform/period";
import type { PollFailure } from "./bank-list";
import type { NoticeProvider } from "./bank-notice";

/** How lines of the account reach us from one provider. Times are epoch milliseconds. */
export type BankFeed = {
  provider: NoticeProvider;
  /** Whether its notices are believed: their secret is set. */
  takesNotices: boolean;
  /** Whether its list is asked for: its token is set. */
  isPolled: boolean;
  /** When the newest line came that it told, by notice or list; null when none of the newest lines is its. */
  toldAt: number | null;
  /** When its list was last read to the end. */
  polledAt: number | null;
  pollFailedAt: number | null;
  /** Of the last try; null when that succeeded. */
  failure: PollFailure | null;
};

/** Sooner than SePay gives up a notice (33 minutes), so that what fails is seen before anything can be missed. */
const FAILING_MAX_MS = 30 * MINUTE_MS;

/** True when a provider's list has not been read for so long that a person has to see to it. */
export function isFailing(feed: BankFeed, now: number): boolean {
  if (!feed.isPolled || feed.failure === null) return false;
  return feed.polledAt === null || now - feed.polledAt > FAILING_MAX_MS;
}
