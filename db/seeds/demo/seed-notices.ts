import type { NoticeKind } from "../../../app/domain/notices/notice-kinds";
import type {
  NoticeCause,
  NoticeRecipient,
  NoticeStatus,
} from "../../../app/domain/notices/notice-status";
import { DAY_MS, HOUR_MS, MINUTE_MS, VIETNAM_OFFSET_MS } from "../../../app/platform/period";
import { notices } from "../../schema/notices";
import { prepareInsert } from "../insert-rows";
import type { SampleWriter } from "./sample-writer";
import type { SeededHousehold } from "./seed-households";

type Event = {
  id: string;
  occurredAt: number;
  orderId: string;
  orderCode: string;
  checkoutId: string;
  checkoutCode: string;
  totalVnd: number;
  carrier: string | null;
  trackingCode: string | null;
};
type Story = {
  kind: NoticeKind;
  to: NoticeRecipient;
  event: "placed" | "shipped" | "delivered";
  status: NoticeStatus;
  cause: NoticeCause | null;
};

/** Well within the time that words are kept for. */
const NEWEST_DAYS = 60;

const sent = { status: "sent", cause: null } as const;
/** What is told in an order's life, one that nobody needed any more, and two that need a person. */
const STORIES: readonly Story[] = [
  { kind: "household_order_placed", to: "household", event: "placed", ...sent },
  {
    kind: "household_confirm_soon",
    to: "household",
    event: "placed",
    status: "lapsed",
    cause: null,
  },
  { kind: "order_sent", to: "buyer", event: "shipped", ...sent },
  {
    kind: "order_delivered",
    to: "buyer",
    event: "delivered",
    status: "undeliverable",
    cause: "unreachable",
  },
  { kind: "order_delivered", to: "buyer", event: "delivered", ...sent },
  {
    kind: "order_delivered",
    to: "buyer",
    event: "delivered",
    status: "undeliverable",
    cause: "refused",
  },
];

/** Samples of what people were told of the newest orders of the household that the demo signs in to. */
export function seedNotices({ connection, newId, day }: SampleWriter, desk: SeededHousehold): void {
  const insert = prepareInsert(connection, notices);
  const findEvent = connection.writer.prepare<[string, string, number, number], Event>(
    `SELECT e.id, e.occurred_at AS occurredAt, o.id AS orderId, o.code AS orderCode, c.id AS checkoutId,
       c.code AS checkoutCode, o.total_vnd AS totalVnd, s.carrier, s.tracking_code AS trackingCode
     FROM orders o JOIN order_events e ON e.order_id = o.id AND e.to_status = ?
       JOIN checkouts c ON c.id = o.checkout_id JOIN shipments s ON s.order_id = o.id AND s.carrier <> ''
     WHERE o.household_id = ? AND e.occurred_at > ? AND (e.occurred_at + ${VIETNAM_OFFSET_MS}) % ${DAY_MS} BETWEEN ${7 * HOUR_MS} AND ${20 * HOUR_MS}
     ORDER BY o.placed_at DESC LIMIT 1 OFFSET ?`,
  );
  STORIES.forEach(({ kind, to, event: toStatus, status, cause }, number) => {
    const event = findEvent.get(toStatus, desk.id, day.endsAt - NEWEST_DAYS * DAY_MS, number);
    if (!event) return;
    const createdAt = event.occurredAt + MINUTE_MS;
    const deadlineAt = event.occurredAt + (toStatus === "placed" ? 2 : 7) * DAY_MS;
    insert({
      id: newId("ntc", createdAt),
      kind,
      eventId: event.id,
      recipientKind: to,
      recipientId: to === "buyer" ? event.checkoutId : desk.id,
      language: "vi",
      subjectKind: "order",
      subjectId: event.orderId,
      facts: {
        about: event.orderCode,
        purchaseCode: event.checkoutCode,
        householdName: desk.name,
        amountVnd: event.totalVnd,
        deadlineAt,
        ...(event.carrier ? { carrier: event.carrier } : {}),
        ...(event.trackingCode ? { trackingCode: event.trackingCode } : {}),
      },
      status,
      channel: status === "sent" ? "sms" : null,
      refusedBy: status === "undeliverable" ? ["sms"] : [],
      cause,
      attemptCount: 0,
      createdAt,
      dueAt: createdAt,
      // Long enough that a visitor can try to send it again.
      worthUntil: status === "undeliverable" ? day.endsAt + 5 * DAY_MS : createdAt + HOUR_MS,
      sentAt: status === "sent" ? createdAt : null,
      isSample: true,
    });
  });
}
