import { sql } from "drizzle-orm";
import { RETURN_REASONS, type ReturnReason } from "../../app/domain/returns/return-reasons";
import {
  OPEN_RETURN_STATUSES,
  RETURN_MOVERS,
  RETURN_STATUSES,
  type ReturnMover,
  type ReturnStatus,
} from "../../app/domain/returns/return-status";
import {
  count,
  flag,
  id,
  instant,
  integerCheck,
  localDate,
  oneOf,
  text,
  vnd,
  vndCheck,
} from "../columns";
import { check, index, table, uniqueIndex } from "../dialect";
import { lineItems, orders } from "./orders";

const OPEN_WORDS = OPEN_RETURN_STATUSES.map((status) => `'${status}'`).join(", ");

/** A buyer's request to give an order or a part of it back, from the first word to its end; a dispute is one of its states. */
export const returnRequests = table(
  "return_requests",
  {
    id: id(),
    code: text("code").notNull().unique(), // order code and a number: `UQ..-1-T1`
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id),
    status: text("status").$type<ReturnStatus>().notNull(),
    reason: text("reason").$type<ReturnReason>().notNull(),
    note: text("note").notNull(),
    openedAt: instant("opened_at").notNull(),
    clockAt: instant("clock_at"), // by when something has to happen; null when it is over
    // What was given back; 0 until it is, and where the order itself ended instead (lost).
    refundVnd: vnd("refund_vnd").notNull().default(0), // goods and shipping
    shippingVnd: vnd("shipping_vnd").notNull().default(0),
    commissionVnd: vnd("commission_vnd").notNull().default(0),
    voucherVnd: vnd("voucher_vnd").notNull().default(0), // what of the refund goes to the programme of a voucher
    vatVnd: vnd("vat_vnd").notNull().default(0), // of goods and shipping
    pitVnd: vnd("pit_vnd").notNull().default(0),
    isRestocked: flag("is_restocked").notNull().default(false), // the packs are for sale again
    refundedOn: localDate("refunded_on"), // the day that the statistics deduct
    isSample: flag("is_sample").notNull().default(false),
  },
  (t) => [
    // One at a time: the next begins when this one is over.
    uniqueIndex("return_requests_open")
      .on(t.orderId)
      .where(sql`status in (${sql.raw(OPEN_WORDS)})`),
    index("return_requests_order").on(t.orderId),
    index("return_requests_status").on(t.status, t.clockAt),
    index("return_requests_refunded").on(t.refundedOn),
    oneOf("return_requests_status_word", t.status, RETURN_STATUSES),
    oneOf("return_requests_reason", t.reason, RETURN_REASONS),
    vndCheck("return_requests_refund_vnd", t.refundVnd),
    vndCheck("return_requests_shipping_vnd", t.shippingVnd),
    vndCheck("return_requests_commission_vnd", t.commissionVnd),
    vndCheck("return_requests_voucher_vnd", t.voucherVnd),
    check("return_requests_voucher", sql`${t.voucherVnd} <= ${t.refundVnd}`),
    vndCheck("return_requests_vat_vnd", t.vatVnd),
    vndCheck("return_requests_pit_vnd", t.pitVnd),
    check(
      "return_requests_refunded",
      sql`(${t.refundVnd} > 0) <= (${t.status} = 'refunded') and (${t.refundVnd} > 0) = (${t.refundedOn} is not null)`,
    ),
  ],
);

/** Packs of a line that a request is about. */
export const returnLines = table(
  "return_lines",
  {
    id: id(),
    returnRequestId: text("return_request_id")
      .notNull()
      .references(() => returnRequests.id),
    lineItemId: text("line_item_id")
      .notNull()
      .references(() => lineItems.id),
    askedCount: count("asked_count").notNull(),
    refundedCount: count("refunded_count").notNull().default(0),
    refundVnd: vnd("refund_vnd").notNull().default(0), // goods alone
    commissionVnd: vnd("commission_vnd").notNull().default(0),
    vatVnd: vnd("vat_vnd").notNull().default(0),
    pitVnd: vnd("pit_vnd").notNull().default(0),
  },
  (t) => [
    uniqueIndex("return_lines_line").on(t.returnRequestId, t.lineItemId),
    index("return_lines_line_item").on(t.lineItemId),
    integerCheck("return_lines_asked_count", t.askedCount, 1),
    integerCheck("return_lines_refunded_count", t.refundedCount, 0),
    check("return_lines_at_most", sql`${t.refundedCount} <= ${t.askedCount}`),
    vndCheck("return_lines_refund_vnd", t.refundVnd),
    vndCheck("return_lines_commission_vnd", t.commissionVnd),
    vndCheck("return_lines_vat_vnd", t.vatVnd),
    vndCheck("return_lines_pit_vnd", t.pitVnd),
  ],
);

/** Every move of a request, with what was said. Append-only (trigger). */
export const returnEvents = table(
  "return_events",
  {
    id: id(),
    returnRequestId: text("return_request_id")
      .notNull()
      .references(() => returnRequests.id),
    fromStatus: text("from_status").$type<ReturnStatus>(),
    toStatus: text("to_status").$type<ReturnStatus>().notNull(),
    movedBy: text("moved_by").$type<ReturnMover>().notNull(),
    note: text("note").notNull(),
    actorId: text("actor_id"),
    occurredAt: instant("occurred_at").notNull(),
  },
  (t) => [
    index("return_events_request").on(t.returnRequestId),
    oneOf("return_events_moved_by", t.movedBy, RETURN_MOVERS),
  ],
);
