import { and, asc, eq, inArray, lte } from "drizzle-orm";
import { notices } from "~db/schema/notices";
import { now } from "~/platform/clock.server";
import { inTransaction, reader, type Transaction } from "~/platform/db.server";
import { errorFields, logger } from "~/platform/logger.server";
import { MINUTE_MS } from "~/platform/period";
import type { Channel, Delivery, Message } from "./channel";
import { NOTICE_KINDS } from "./notice-kinds";
import type { NoticeCause, NoticeChannel } from "./notice-status";
import type { Channels } from "./open-channels.server";
import {
  countSentToPhone,
  loadAddresses,
  subjectStatus,
  type Addresses,
} from "./queries-recipients.server";
import type { WordNotice } from "./types";

/** At most so many a call, to all numbers at once, once a second: no checkout waits for them, and no slow provider for ever. */
const BATCH_SIZE = 10;
/** Longer than all channels of a batch may take to answer, one after the other; only a crash makes anybody wait for it. */
const LEASE_MS = 10 * MINUTE_MS;
/** When a provider is asked again that did not answer; after the last time the next channel has its turn. */
const RETRY_MINUTES = [1, 2, 4, 8];
/** Anybody may type any number into a checkout: so many paid messages a day reach it. */
const DAILY_MAX = 12;

type Notice = typeof notices.$inferSelect;
type Change = Partial<typeof notices.$inferInsert>;
export type SendDueInput = { channels: Channels; word: WordNotice };

/**
 * Sends what is due, the longest due first; answers how many notices it took up. Of two processes only one takes up a
 * notice: it moves its time in a transaction before it sends. A crash in between sends it again after the lease, under
 * the same id, by which providers know it.
 */
export async function sendDue(input: SendDueInput): Promise<number> {
  const due = await selectDue(reader());
  if (due.length === 0) return 0;
  const claimed = await inTransaction(claim);
  await Promise.all((await byPhone(claimed)).map((letters) => settleInTurn(letters, input)));
  return claimed.length;
}

type Letter = { notice: Notice; addresses: Addresses };

/** Those to one number together: what has been sent there has to be noted before the next is counted. */
async function byPhone(claimed: readonly Notice[]): Promise<Letter[][]> {
  const groups = new Map<string, Letter[]>();
  for (const notice of claimed) {
    const addresses = await loadAddresses(notice);
    const phone = addresses.phone ?? notice.id;
    groups.set(phone, [...(groups.get(phone) ?? []), { notice, addresses }]);
  }
  return [...groups.values()];
}

async function settleInTurn(letters: readonly Letter[], input: SendDueInput): Promise<void> {
  for (const letter of letters) await settle(letter, input);
}

function selectDue(db: Pick<Transaction, "select">) {
  return db
    .select()
    .from(notices)
    .where(and(eq(notices.status, "waiting"), lte(notices.dueAt, now())))
    .orderBy(asc(notices.dueAt))
    .limit(BATCH_SIZE);
}

async function claim(tx: Transaction): Promise<Notice[]> {
  const due = await selectDue(tx);
  const ids = due.map((notice) => notice.id);
  await tx
    .update(notices)
    .set({ dueAt: now() + LEASE_MS })
    .where(inArray(notices.id, ids));
  return due;
}

async function settle(letter: Letter, input: SendDueInput): Promise<void> {
  const { notice } = letter;
  const change = await outcomeOf(letter, input);
  await inTransaction(async (tx) => {
    await tx.update(notices).set(change).where(eq(notices.id, notice.id));
  });
}

async function outcomeOf(letter: Letter, { channels, word }: SendDueInput): Promise<Change> {
  const { notice, addresses } = letter;
  const { kind, facts, language } = notice;
  if (facts === null || !(await isWorthSending(notice))) return { status: "lapsed" };
  const message: Message = {
    id: notice.id,
    kind,
    isUrgent: NOTICE_KINDS[kind].urgency !== "calm",
    words: word({ kind, language, facts }),
    worthUntil: notice.worthUntil,
    ...addresses,
  };
  return deliver(notice, channels, message);
}

/** Its time is not over, and what it says is still so. */
async function isWorthSending(notice: Notice): Promise<boolean> {
  if (now() >= notice.worthUntil) return false;
  const { whileIn } = NOTICE_KINDS[notice.kind];
  if (whileIn === undefined) return true;
  return (await subjectStatus(notice.subjectKind, notice.subjectId)) === whileIn;
}

/**
 * A push service also takes what is meant for a phone that is switched off, so a message in a browser is a hint: it
 * counts by itself for what is calm or where nothing else is set up, and else goes beside what reaches phone or mailbox.
 */
async function deliver(notice: Notice, channels: Channels, message: Message): Promise<Change> {
  const { push, ...reaching } = channels;
  const isEnough = !message.isUrgent || Object.keys(reaching).length === 0;
  if (push === undefined || isEnough) return tryChannels(notice, channels, message);
  const change = await tryChannels(notice, reaching, message);
  const isOver = change.status !== undefined; // not while a provider is still to be asked again
  if (isOver) await ask({ name: "push", channel: push, notice, message });
  return change;
}

async function tryChannels(notice: Notice, channels: Channels, message: Message): Promise<Change> {
  const refusedBy = [...notice.refusedBy];
  let cause = notice.cause;
  for (const name of NOTICE_KINDS[notice.kind].channels) {
    const channel = channels[name];
    if (channel === undefined || refusedBy.includes(name)) continue;
    const delivery = await ask({ name, channel, notice, message });
    if (delivery.kind === "taken") {
      return { status: "sent", channel: name, sentAt: now(), refusedBy, cause: null };
    }
    if (delivery.kind === "none") continue;
    if (delivery.kind === "unsure") {
      const attemptCount = (notice.channel === name ? notice.attemptCount : 0) + 1;
      const minutes = RETRY_MINUTES[attemptCount - 1];
      if (minutes !== undefined) {
        const dueAt = now() + minutes * MINUTE_MS;
        return { channel: name, attemptCount, dueAt, refusedBy, cause };
      }
    }
    cause = delivery.kind === "refused" ? delivery.cause : "unreachable";
    refusedBy.push(name);
  }
  return { status: "undeliverable", channel: null, refusedBy, cause: cause ?? whyNot(channels) };
}

type Attempt = { name: NoticeChannel; channel: Channel; notice: Notice; message: Message };

async function ask({ name, channel, notice, message }: Attempt): Promise<Delivery> {
  const isPaid = name === "sms" || name === "zalo";
  if (isPaid && notice.recipientKind === "buyer" && message.phone !== null) {
    const isTooMany = (await countSentToPhone(message.phone)) >= DAILY_MAX;
    if (isTooMany) return { kind: "refused", cause: "limit_reached" };
  }
  return channel(message).catch((error: unknown) => {
    logger.error("a channel failed", { channel: name, notice: notice.id, ...errorFields(error) });
    return { kind: "unsure" };
  });
}

/** No channel has refused it: nothing leads to a phone, or nothing is known but one. */
function whyNot(channels: Channels): NoticeCause {
  return channels.sms === undefined && channels.zalo === undefined ? "not_set_up" : "no_address";
}
