import type { BankList, PollFailure } from "~/domain/payments/bank-list";
import { movePoll, type PollMove } from "~/domain/payments/move-poll.server";
import {
  findOldestLine,
  findPollCursor,
  withoutKnownLines,
} from "~/domain/payments/queries-polls.server";
import type { ToldLine } from "~/domain/payments/read-bank-notices";
import { now, pause } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { logger } from "~/platform/logger.server";
import { DAY_MS, HOUR_MS } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { receiveToldLine } from "./receive-told-line.server";

/**
 * How far back each poll looks again, and once in an hour: banks book from 22:00 to 05:00 the next day, and over a
 * weekend; providers hear of it later still.
 */
const LOOK_BACK_MS = { usually: 2 * HOUR_MS, thoroughly: 3 * DAY_MS };
const QUESTIONS_MAX = 30;
const SECOND_MS = 1_000;

export type Polled = { newCount: number; isMore: boolean };

/**
 * Reads on in a provider's list from where the last poll ended, oldest first, through the same inbox as its notices:
 * a line that a notice brought is there already. How far it has come is written down only when the lines until then
 * are on the disk, so a poll that is killed reads them again. `isMore`: there was more than one turn's questions.
 */
export async function pollBankList(
  list: BankList,
  { lookBack, pauseMs }: { lookBack: keyof typeof LOOK_BACK_MS; pauseMs: number },
): Promise<Result<Polled, PollFailure>> {
  const { provider } = list;
  const end = now();
  // What was paid in before we knew the account is not ours to sort out.
  const oldest = await findOldestLine();
  let cursor =
    (await findPollCursor(provider)) ?? Math.max(end - LOOK_BACK_MS.thoroughly, oldest ?? end);
  const backTo = Math.max(cursor - LOOK_BACK_MS[lookBack], oldest ?? cursor);
  const window = { from: Math.min(cursor, backTo), to: end };
  const write = (move: PollMove) =>
    inTransaction((tx) => movePoll(tx, { provider, until: cursor, move }));
  let newCount = 0;
  for (let question = 1; question <= QUESTIONS_MAX; question += 1) {
    if (question > 1) await pause(pauseMs);
    const listed = await list.read(window);
    const isCut = listed.ok && listed.value.kind === "too_many";
    const isShortest = window.to - window.from <= SECOND_MS;
    if (!listed.ok || (isCut && isShortest)) {
      const failure = listed.ok ? "too_many_lines" : listed.code;
      await write({ kind: "failed", failure });
      logger.warn("a bank's list could not be read", { provider, failure });
      return fail(failure);
    }
    if (listed.value.kind === "too_many") {
      window.to = window.from + Math.max(SECOND_MS, Math.floor((window.to - window.from) / 2));
      continue;
    }
    newCount += await receiveAll(list, listed.value.lines);
    cursor = Math.max(cursor, window.to);
    const isReached = window.to >= end;
    await write({ kind: isReached ? "reached" : "read" });
    if (isReached) return succeed({ newCount, isMore: false });
    window.from = window.to;
    window.to = end;
  }
  return succeed({ newCount, isMore: true });
}

/** Answers how many of them nobody had told before. */
async function receiveAll({ provider }: BankList, lines: readonly ToldLine[]): Promise<number> {
  let newCount = 0;
  const unknown = await withoutKnownLines(provider, lines);
  for (const line of unknown.toSorted(byTime)) {
    if ((await receiveToldLine(provider, line)) === "recorded") newCount += 1;
  }
  return newCount;
}

/** What cannot be read comes first: it has no time. */
function byTime(one: ToldLine, other: ToldLine): number {
  if (one.kind === "unreadable" || other.kind === "unreadable") {
    return Number(other.kind === "unreadable") - Number(one.kind === "unreadable");
  }
  const [a, b] = [one.notice, other.notice];
  return (
    a.occurredAt - b.occurredAt || Number(a.providerTransactionId) - Number(b.providerTransactionId)
  );
}
