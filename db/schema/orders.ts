import { sql } from "drizzle-orm";
import {
  CHECKOUT_STATUSES,
  ORDER_CHANNELS,
  ORDER_MOVERS,
  ORDER_STATUSES,
  type CheckoutStatus,
  type OrderChannel,
  type OrderMover,
  type OrderStatus,
} from "../../app/domain/orders/order-status";
import { PRODUCT_TAX_CLASSES, type ProductTaxClass } from "../../app/domain/catalog/tax-class";
import type { CompleteLanguage } from "../../app/platform/language";
import type { PickupPoint } from "../../app/domain/households/shipping-rules";
import { PAYMENT_METHODS, type PaymentMethod } from "../../app/domain/orders/payment-methods";
import { RECALL_OUTCOMES, type RecallOutcome } from "../../app/domain/orders/recall-outcomes";
import {
  bps,
  count,
  flag,
  id,
  instant,
  integerCheck,
  json,
  localDate,
  oneOf,
  text,
  vnd,
  vndCheck,
} from "../columns";
import { check, index, table } from "../dialect";
import { lotEvents, products } from "./catalog";
import { households } from "./households";
import { users } from "./identity";
import { communes } from "./places";

/** What a buyer submitted and pays once. */
export const checkouts = table(
  "checkouts",
  {
    id: id(),
    code: text("code").notNull().unique(), // the 9-character order reference
    submissionKey: text("submission_key").notNull().unique(), // the same form sent twice makes one checkout
    buyerId: text("buyer_id").references(() => users.id), // null: guest
    buyerName: text("buyer_name").notNull(),
    buyerPhone: text("buyer_phone").notNull(),
    communeCode: text("commune_code")
      .notNull()
      .references(() => communes.code),
    addressLine: text("address_line").notNull(),
    note: text("note").notNull().default(""),
    language: text("language").$type<CompleteLanguage>().notNull(),
    method: text("method").$type<PaymentMethod>().notNull(),
    channel: text("channel").$type<OrderChannel>().notNull(),
    status: text("status").$type<CheckoutStatus>().notNull(),
    itemsVnd: vnd("items_vnd").notNull(),
    shippingVnd: vnd("shipping_vnd").notNull(),
    totalVnd: vnd("total_vnd").notNull(),
    voucherVnd: vnd("voucher_vnd").notNull().default(0), // what of it a programme pays; frozen (trigger)
    placedAt: instant("placed_at").notNull(),
    payBy: instant("pay_by"), // null: cash at the door
    isSample: flag("is_sample").notNull().default(false),
  },
  (t) => [
    index("checkouts_status").on(t.status, t.payBy),
    index("checkouts_buyer").on(t.buyerId),
    index("checkouts_phone").on(t.buyerPhone),
    vndCheck("checkouts_items_vnd", t.itemsVnd, 1),
    vndCheck("checkouts_shipping_vnd", t.shippingVnd),
    vndCheck("checkouts_total_vnd", t.totalVnd, 1),
    vndCheck("checkouts_voucher_vnd", t.voucherVnd),
    check("checkouts_voucher", sql`${t.voucherVnd} <= ${t.totalVnd}`),
    check("checkouts_total", sql`${t.totalVnd} = ${t.itemsVnd} + ${t.shippingVnd}`),
    oneOf("checkouts_status_word", t.status, CHECKOUT_STATUSES),
    oneOf("checkouts_method", t.method, PAYMENT_METHODS),
    oneOf("checkouts_channel", t.channel, ORDER_CHANNELS),
  ],
);

/** What one household owes one buyer: its part of a checkout. */
export const orders = table(
  "orders",
  {
    id: id(),
    code: text("code").notNull().unique(), // checkout code and a number: `UQ..-1`
    checkoutId: text("checkout_id")
      .notNull()
      .references(() => checkouts.id),
    householdId: text("household_id")
      .notNull()
      .references(() => households.id),
    // Where the household was that day: what the statistics count it under. Frozen (trigger). None may be empty, but a
    // trigger on inserts would make SQLite look through every table that refers to orders at each one.
    sellerCommuneCode: text("seller_commune_code").notNull().default(""),
    status: text("status").$type<OrderStatus>().notNull(),
    statusReason: text("status_reason"),
    statusBy: text("status_by").$type<OrderMover>(), // whose move it was; null: as it was placed
    clockAt: instant("clock_at"), // when it moves by itself, see orderClock; null: it does not
    itemsVnd: vnd("items_vnd").notNull(),
    shippingVnd: vnd("shipping_vnd").notNull(),
    totalVnd: vnd("total_vnd").notNull(),
    voucherVnd: vnd("voucher_vnd").notNull().default(0), // its share, of goods and shipping; frozen (trigger)
    commissionVnd: vnd("commission_vnd").notNull(),
    // Tax that is kept back for the State, as it was decided on the day of the sale; frozen (trigger).
    isTaxWithheld: flag("is_tax_withheld").notNull().default(false),
    shippingVatBps: bps("shipping_vat_bps").notNull().default(0),
    shippingPitBps: bps("shipping_pit_bps").notNull().default(0),
    vatVnd: vnd("vat_vnd").notNull().default(0), // of the lines and the shipping
    pitVnd: vnd("pit_vnd").notNull().default(0),
    cashVnd: vnd("cash_vnd").notNull(), // what of it is to be taken in cash at the door, or was
    pickupPoint: json<PickupPoint | null>("pickup_point"), // where the buyer comes for it, frozen; null: it is sent
    arrivesFrom: localDate("arrives_from"), // the days that were promised to the buyer; null: it is not sent, or nobody said
    arrivesBy: localDate("arrives_by"),
    placedAt: instant("placed_at").notNull(),
    confirmedAt: instant("confirmed_at"),
    shippedAt: instant("shipped_at"),
    deliveredAt: instant("delivered_at"),
    deliveredOn: localDate("delivered_on"), // the day that the statistics count
  },
  (t) => [
    index("orders_checkout").on(t.checkoutId),
    index("orders_household").on(t.householdId, t.status, t.placedAt),
    index("orders_delivered").on(t.deliveredOn, t.code), // in the order in which a closed month keeps them
    index("orders_household_delivered")
      .on(t.householdId, t.deliveredOn)
      .where(sql`delivered_on is not null`),
    index("orders_clock")
      .on(t.clockAt)
      .where(sql`clock_at is not null`),
    vndCheck("orders_items_vnd", t.itemsVnd, 1),
    vndCheck("orders_shipping_vnd", t.shippingVnd),
    vndCheck("orders_total_vnd", t.totalVnd, 1),
    vndCheck("orders_commission_vnd", t.commissionVnd),
    vndCheck("orders_vat_vnd", t.vatVnd),
    vndCheck("orders_pit_vnd", t.pitVnd),
    integerCheck("orders_shipping_vat_bps", t.shippingVatBps, 0),
    integerCheck("orders_shipping_pit_bps", t.shippingPitBps, 0),
    vndCheck("orders_cash_vnd", t.cashVnd),
    vndCheck("orders_voucher_vnd", t.voucherVnd),
    check("orders_voucher", sql`${t.voucherVnd} <= ${t.totalVnd}`),
    check("orders_total", sql`${t.totalVnd} = ${t.itemsVnd} + ${t.shippingVnd}`),
    oneOf("orders_status", t.status, ORDER_STATUSES),
    oneOf("orders_status_by", t.statusBy, ORDER_MOVERS),
  ],
);

/** Product x quantity x price, frozen at placement with everything that statistics and settlement need. */
export const lineItems = table(
  "line_items",
  {
    id: id(),
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id),
    productId: text("product_id")
      .notNull()
      .references(() => products.id),
    productName: text("product_name").notNull(),
    productNameEn: text("product_name_en"),
    packLabel: text("pack_label").notNull(),
    packLabelEn: text("pack_label_en"),
    ocopSet: count("ocop_set").notNull(),
    stars: count("stars").notNull(), // 0: no valid certificate that day
    quantity: count("quantity").notNull(),
    unitPriceVnd: vnd("unit_price_vnd").notNull(),
    totalVnd: vnd("total_vnd").notNull(),
    voucherVnd: vnd("voucher_vnd").notNull().default(0), // its share
    commissionBps: bps("commission_bps").notNull(),
    commissionVnd: vnd("commission_vnd").notNull(),
    taxClass: text("tax_class").$type<ProductTaxClass>().notNull().default("processed"),
    vatBps: bps("vat_bps").notNull().default(0), // 0 as well when nothing is withheld that day
    pitBps: bps("pit_bps").notNull().default(0),
    vatVnd: vnd("vat_vnd").notNull().default(0),
    pitVnd: vnd("pit_vnd").notNull().default(0),
  },
  (t) => [
    index("line_items_order").on(t.orderId),
    index("line_items_product").on(t.productId),
    integerCheck("line_items_quantity", t.quantity, 1),
    integerCheck("line_items_commission_bps", t.commissionBps, 0),
    vndCheck("line_items_unit_price_vnd", t.unitPriceVnd, 1),
    vndCheck("line_items_total_vnd", t.totalVnd, 1),
    vndCheck("line_items_commission_vnd", t.commissionVnd),
    oneOf("line_items_tax_class", t.taxClass, PRODUCT_TAX_CLASSES),
    integerCheck("line_items_vat_bps", t.vatBps, 0),
    integerCheck("line_items_pit_bps", t.pitBps, 0),
    vndCheck("line_items_vat_vnd", t.vatVnd),
    vndCheck("line_items_pit_vnd", t.pitVnd),
    vndCheck("line_items_voucher_vnd", t.voucherVnd),
    check("line_items_voucher", sql`${t.voucherVnd} <= ${t.totalVnd}`),
    check("line_items_total", sql`${t.totalVnd} = ${t.quantity} * ${t.unitPriceVnd}`),
  ],
);

/** Every move of an order's status. Append-only (trigger). */
export const orderEvents = table(
  "order_events",
  {
    id: id(),
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id),
    fromStatus: text("from_status").$type<OrderStatus>(),
    toStatus: text("to_status").$type<OrderStatus>().notNull(),
    movedBy: text("moved_by").$type<OrderMover>(), // null: as it was placed, and before November 2026
    reason: text("reason"),
    actorId: text("actor_id"),
    occurredAt: instant("occurred_at").notNull(),
  },
  (t) => [index("order_events_order").on(t.orderId)],
);

/** That a buyer of a recalled lot was told, or could not be. Append-only (trigger). */
export const recallContacts = table(
  "recall_contacts",
  {
    id: id(),
    recallId: text("recall_id")
      .notNull()
      .references(() => lotEvents.id),
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id),
    outcome: text("outcome").$type<RecallOutcome>().notNull(),
    note: text("note").notNull().default(""),
    actorId: text("actor_id"),
    occurredAt: instant("occurred_at").notNull(),
  },
  (t) => [
    index("recall_contacts_recall").on(t.recallId, t.orderId),
    oneOf("recall_contacts_outcome", t.outcome, RECALL_OUTCOMES),
  ],
);
