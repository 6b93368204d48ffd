import type { CardFailure, CardProvider } from "~/domain/payments/card-provider";
import { moveCardPoll } from "~/domain/payments/move-card-poll.server";
import { findCardPoll, findOldestAttempt } from "~/domain/payments/queries-cards-records.server";
import { now } from "~/platform/clock.server";
import { inTransaction, reader } from "~/platform/db.server";
import { logger } from "~/platform/logger.server";
import { HOUR_MS } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { retryBrokenEvents } from "./retry-broken-events.server";
import { TRIED_FOR_MS, takeCardEvent } from "./take-card-event.server";

type PollFailure = CardFailure | "too_many_events";

const QUESTIONS_MAX = 30;
/** An event may appear in the list a little after its second. */
const LOOK_BACK_S = TRIED_FOR_MS / 1_000;
/** The provider keeps events so long. */
const KEPT_S = 30 * 86_400;

/**
 * Reads on in the provider's list of events from where the last poll ended, oldest first, through the same inbox as its
 * webhooks. How far it has come is written down only when the events until then are on the disk. What broke on the way is
 * tried again once an hour.
 */
export async function pollCardEvents(
  provider: CardProvider,
): Promise<Result<{ newCount: number; isMore: boolean }, PollFailure>> {
  const oldest = await findOldestAttempt(reader());
  if (oldest === null) return succeed({ newCount: 0, isMore: false });
  const end = Math.floor(now() / 1_000);
  const poll = await findCardPoll(reader());
  let cursor = poll?.cursorSeconds ?? Math.floor(oldest / 1_000);
  const span = { from: Math.max(cursor - LOOK_BACK_S, end - KEPT_S), to: end };
  let newCount = 0;
  const write = (failure: PollFailure | null) =>
    inTransaction((tx) => moveCardPoll(tx, { cursorSeconds: cursor, failure }));
  for (let question = 1; question <= QUESTIONS_MAX; question += 1) {
    const listed = await provider.listEvents(span);
    if (!listed.ok) return broken(listed.code, write);
    if (listed.value.kind === "too_many") {
      // Of one second nobody could ask for less.
      if (span.to <= span.from) return broken("too_many_events", write);
      span.to = span.from + Math.floor((span.to - span.from) / 2);
      continue;
    }
    for (const event of listed.value.events) {
      const taken = await takeCardEvent(provider, { event, toldBy: "list" });
      if (!taken.ok) return broken(taken.code, write);
      if (taken.value !== "known" && taken.value !== "later") newCount += 1;
    }
    cursor = Math.max(cursor, span.to);
    await write(null);
    if (span.to >= end) {
      if (isNewHour(poll?.succeededAt ?? 0)) await retryBrokenEvents(provider);
      return succeed({ newCount, isMore: false });
    }
    span.from = span.to;
    span.to = end;
  }
  return succeed({ newCount, isMore: true });
}

/** Of that often what broke is tried again. */
function isNewHour(since: number): boolean {
  return Math.floor(since / HOUR_MS) < Math.floor(now() / HOUR_MS);
}

async function broken(code: PollFailure, write: (failure: PollFailure) => Promise<void>) {
  await write(code);
  logger.warn("the card provider's events could not be read", { failure: code });
  return fail(code);
}
