import type { PolledProvider } from "./bank-notice";
import type { ToldLine } from "./read-bank-notices";

/** Why a provider's list could not be read, for a person. */
export const POLL_FAILURES = [
  "provider_unreachable", // no answer
  "provider_refused", // it does not take our token
  "provider_busy", // we asked too often, or it is in trouble of its own
  "answer_unreadable", // an answer that is none of its list
  "too_many_lines", // more in one moment than it tells at once
] as const;
export type PollFailure = (typeof POLL_FAILURES)[number];

/** Both ends belong to it; epoch milliseconds. */
export type PollWindow = { from: number; to: number };

/** `too_many`: the provider cut it off, so a shorter window has to be asked for. */
export type ListedLines = { kind: "all"; lines: ToldLine[] } | { kind: "too_many" };

/** A provider that can be asked for the lines of the account. */
export type BankList = {
  provider: PolledProvider;
  read: (
    window: PollWindow,
  ) => Promise<{ ok: true; value: ListedLines } | { ok: false; code: PollFailure }>;
};
