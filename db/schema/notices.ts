import { sql } from "drizzle-orm";
import type { NoticeKind } from "../../app/domain/notices/notice-kinds";
import {
  NOTICE_CAUSES,
  NOTICE_CHANNELS,
  NOTICE_RECIPIENTS,
  NOTICE_SOURCES,
  NOTICE_STATUSES,
  NOTICE_SUBJECTS,
  type NoticeCause,
  type NoticeChannel,
  type NoticeRecipient,
  type NoticeSource,
  type NoticeStatus,
  type NoticeSubject,
} from "../../app/domain/notices/notice-status";
import type { NoticeFacts } from "../../app/domain/notices/types";
import type { CompleteLanguage } from "../../app/platform/language";
import { count, flag, id, instant, integerCheck, json, oneOf, text } from "../columns";
import { index, table, uniqueIndex } from "../dialect";
import { users } from "./identity";

/**
 * Events that somebody is told of, in the order of their commits, written by triggers in the transaction of the event.
 * A line goes when its notices are written, in one transaction, so each is read once.
 */
export const noticeFeed = table(
  "notice_feed",
  {
    seq: count("seq").primaryKey({ autoIncrement: true }),
    source: text("source").$type<NoticeSource>().notNull(),
    eventId: text("event_id").notNull(),
  },
  (t) => [oneOf("notice_feed_source", t.source, NOTICE_SOURCES)],
);

/** What somebody is told, from the event to its end. Whom and how is looked up when it is sent. */
export const notices = table(
  "notices",
  {
    id: id(),
    kind: text("kind").$type<NoticeKind>().notNull(),
    eventId: text("event_id").notNull(), // what the recipient is told of once
    recipientKind: text("recipient_kind").$type<NoticeRecipient>().notNull(),
    recipientId: text("recipient_id").notNull(), // of the household, or of what the buyer has bought
    language: text("language").$type<CompleteLanguage>().notNull(),
    subjectKind: text("subject_kind").$type<NoticeSubject>().notNull(),
    subjectId: text("subject_id").notNull(),
    facts: json<NoticeFacts | null>("facts"), // emptied after 90 days
    status: text("status").$type<NoticeStatus>().notNull(),
    channel: text("channel").$type<NoticeChannel>(), // that has it, or that is being tried
    refusedBy: json<NoticeChannel[]>("refused_by").notNull().default([]),
    cause: text("cause").$type<NoticeCause>(), // of the last refusal
    attemptCount: count("attempt_count").notNull().default(0), // of the channel that is being tried
    createdAt: instant("created_at").notNull(),
    dueAt: instant("due_at").notNull(),
    worthUntil: instant("worth_until").notNull(),
    sentAt: instant("sent_at"),
    isSample: flag("is_sample").notNull().default(false),
  },
  (t) => [
    uniqueIndex("notices_once").on(t.eventId, t.kind, t.recipientId),
    index("notices_due")
      .on(t.dueAt)
      .where(sql`status = 'waiting'`),
    index("notices_status").on(t.status, t.createdAt),
    index("notices_kept")
      .on(t.createdAt)
      .where(sql`facts is not null`),
    index("notices_recipient").on(t.recipientId, t.sentAt),
    oneOf("notices_status_word", t.status, NOTICE_STATUSES),
    oneOf("notices_recipient_kind", t.recipientKind, NOTICE_RECIPIENTS),
    oneOf("notices_subject_kind", t.subjectKind, NOTICE_SUBJECTS),
    oneOf("notices_channel", t.channel, NOTICE_CHANNELS),
    oneOf("notices_cause", t.cause, NOTICE_CAUSES),
    integerCheck("notices_attempt_count", t.attemptCount, 0),
  ],
);

/** A browser in which somebody asked to be told: of one order, or as a member of households. */
export const pushSubscriptions = table(
  "push_subscriptions",
  {
    id: id(),
    ownerKind: text("owner_kind").$type<"checkout" | "user">().notNull(),
    ownerId: text("owner_id").notNull(),
    endpoint: text("endpoint").notNull(),
    p256dh: text("p256dh").notNull(),
    auth: text("auth").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    uniqueIndex("push_subscriptions_once").on(t.ownerId, t.endpoint),
    oneOf("push_subscriptions_owner_kind", t.ownerKind, ["checkout", "user"]),
  ],
);

/** Where a person wants to be told by e-mail too; used once whoever reads it has said so. */
export const emailAddresses = table("email_addresses", {
  userId: text("user_id")
    .primaryKey()
    .references(() => users.id),
  email: text("email").notNull(),
  enteredAt: instant("entered_at").notNull(),
  confirmedAt: instant("confirmed_at"),
});
