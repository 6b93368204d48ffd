import { DAY_MS, HOUR_MS } from "~/platform/period";
import { NOTICE_KIND_NAMES, NOTICE_KINDS, type NoticeKind } from "./notice-kinds";
import type { NoticeRule } from "./notice-rule";
import type { NoticeRecipient, NoticeSubject } from "./notice-status";
import { afterQuietHours } from "./quiet-hours";
import type { NoticeEvent, NoticeFacts } from "./types";
import type { CompleteLanguage } from "~/platform/language";

export type NewNotice = {
  kind: NoticeKind;
  /** What the recipient is told of once. */
  eventId: string;
  recipientKind: NoticeRecipient;
  recipientId: string;
  language: CompleteLanguage;
  subjectKind: NoticeSubject;
  subjectId: string;
  facts: NoticeFacts;
  dueAt: number;
  worthUntil: number;
};

/** Everything that is to be said of this event, by the table of kinds. */
export function noticesOf(event: NoticeEvent): NewNotice[] {
  if (event.isSample) return [];
  return NOTICE_KIND_NAMES.filter((kind) => isMadeBy(kind, event)).flatMap((kind) => {
    const notice = noticeOf(kind, event);
    return notice === null ? [] : [notice];
  });
}

function isMadeBy(kind: NoticeKind, event: NoticeEvent): boolean {
  const { on } = NOTICE_KINDS[kind];
  return (
    on !== null &&
    on.source === event.source &&
    on.to === event.to &&
    (on.from === undefined || on.from === event.from) &&
    (on.by === undefined || (event.by !== null && on.by.includes(event.by))) &&
    (on.way === undefined || on.way === event.way)
  );
}

function noticeOf(kind: NoticeKind, event: NoticeEvent): NewNotice | null {
  const { to, about, urgency, worth, at } = NOTICE_KINDS[kind];
  const recipient = recipientOf(to, event);
  const subjectId = event.subjects[about];
  if (recipient === null || subjectId === undefined) return null;
  const deadlineAt = event.deadlines[to];
  const occurredAt = event.occurredAt;
  const told = deadlineAt === undefined ? occurredAt : tellAt(at, occurredAt, deadlineAt);
  const nextAt = nextTurn(at, deadlineAt);
  if (nextAt !== null && told >= nextAt) return null;
  // Also what was asked for waits for the morning where there is a day left, as of a harvest that came at night.
  const isPressing = deadlineAt === undefined || deadlineAt - occurredAt < DAY_MS;
  const dueAt = urgency === "asked" && isPressing ? told : afterQuietHours(told);
  const worthUntil =
    nextAt ?? (worth === "deadline" ? (deadlineAt ?? dueAt) : dueAt + worth * HOUR_MS);
  return {
    kind,
    // A cart of two households is paid in one go, and its buyer hears so once.
    eventId: about === "checkout" ? subjectId : event.id,
    recipientKind: to,
    ...recipient,
    subjectKind: about,
    subjectId,
    facts: {
      ...event.facts,
      about: event.names[about] ?? "",
      ...(deadlineAt === undefined ? {} : { deadlineAt }),
      // The whole cart is paid at once, what is given back is an order's.
      ...(about === "checkout" && event.checkoutVnd !== null
        ? { amountVnd: event.checkoutVnd }
        : {}),
    },
    dueAt,
    worthUntil,
  };
}

/** From when on the next of its kind says it. */
function nextTurn(at: NoticeRule["at"], deadlineAt: number | undefined): number | null {
  if (typeof at !== "object" || deadlineAt === undefined) return null;
  return deadlineAt - at.nextAt * DAY_MS;
}

function tellAt(at: NoticeRule["at"], occurredAt: number, deadlineAt: number): number {
  if (typeof at === "object") return Math.max(occurredAt, deadlineAt - at.daysBefore * DAY_MS);
  switch (at) {
    case undefined:
      return occurredAt;
    case "half_time":
      return occurredAt + Math.floor((deadlineAt - occurredAt) / 2);
    case "month_before":
      return Math.max(occurredAt, deadlineAt - 30 * DAY_MS);
    case "deadline":
      return Math.max(occurredAt, deadlineAt);
  }
}

function recipientOf(to: NoticeRecipient, { buyer, household }: NoticeEvent) {
  if (to === "household") {
    return household && { recipientId: household.id, language: household.language };
  }
  return buyer && { recipientId: buyer.purchaseId, language: buyer.language };
}
