import {
  RETAIL_KINDS,
  RETAIL_STAGES,
  type RetailKind,
  type RetailStage,
} from "../../app/domain/statistics/retail-stages";
import {
  flag,
  id,
  instant,
  integerCheck,
  localDate,
  count,
  oneOf,
  text,
  vnd,
  vndCheck,
} from "../columns";
import { index, primaryKey, table } from "../dialect";
import { sourceFiles } from "./statistics-channels";

/** The official denominator, typed or brought in: every vintage, the newest counts. Append-only (trigger). */
export const retailTotals = table(
  "retail_totals",
  {
    id: id(),
    month: text("month").notNull(),
    kind: text("kind").$type<RetailKind>().notNull(),
    amountVnd: vnd("amount_vnd").notNull(),
    stage: text("stage").$type<RetailStage>().notNull(),
    source: text("source").notNull(),
    publishedOn: localDate("published_on").notNull(),
    fileId: text("file_id").references(() => sourceFiles.id), // the table that it was brought in with
    enteredById: text("entered_by_id"),
    enteredAt: instant("entered_at").notNull(),
    isSample: flag("is_sample").notNull().default(false),
  },
  (t) => [
    index("retail_totals_month").on(t.month, t.kind, t.enteredAt),
    vndCheck("retail_totals_amount_vnd", t.amountVnd, 1),
    oneOf("retail_totals_kind", t.kind, RETAIL_KINDS),
    oneOf("retail_totals_stage", t.stage, RETAIL_STAGES),
  ],
);

/**
 * Delivered sales by month, seller and everything they are broken down by. Kept in the transaction that delivers an
 * order, and can be rebuilt from orders; the rebuild must come out the same.
 */
export const monthlySales = table(
  "monthly_sales",
  {
    month: text("month").notNull(),
    householdId: text("household_id").notNull(),
    communeCode: text("commune_code").notNull(), // where the seller was when it was ordered
    ocopSet: count("ocop_set").notNull(),
    stars: count("stars").notNull(),
    method: text("method").notNull(),
    channel: text("channel").notNull(),
    itemsVnd: vnd("items_vnd").notNull(),
    itemCount: count("item_count").notNull(), // packs
    lineCount: count("line_count").notNull(),
    returnedVnd: vnd("returned_vnd").notNull().default(0), // given back in this month, whenever it was delivered
    returnedCount: count("returned_count").notNull().default(0), // packs
  },
  (t) => [
    primaryKey({
      columns: [t.month, t.householdId, t.communeCode, t.ocopSet, t.stars, t.method, t.channel],
    }),
    vndCheck("monthly_sales_items_vnd", t.itemsVnd),
    integerCheck("monthly_sales_item_count", t.itemCount, 0),
    integerCheck("monthly_sales_line_count", t.lineCount, 0),
    vndCheck("monthly_sales_returned_vnd", t.returnedVnd),
    integerCheck("monthly_sales_returned_count", t.returnedCount, 0),
  ],
);

/** Orders delivered and sellers with at least one, by month; an order may touch several rows of monthly_sales. */
export const monthlySellers = table(
  "monthly_sellers",
  {
    month: text("month").notNull(),
    householdId: text("household_id").notNull(),
    communeCode: text("commune_code").notNull(),
    channel: text("channel").notNull(),
    method: text("method").notNull(),
    orderCount: count("order_count").notNull(),
    itemsVnd: vnd("items_vnd").notNull(),
    shippingVnd: vnd("shipping_vnd").notNull(),
    returnedVnd: vnd("returned_vnd").notNull().default(0), // goods given back in this month
    returnedShippingVnd: vnd("returned_shipping_vnd").notNull().default(0),
    returnCount: count("return_count").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.month, t.householdId, t.communeCode, t.channel, t.method] }),
    integerCheck("monthly_sellers_order_count", t.orderCount, 0),
    vndCheck("monthly_sellers_items_vnd", t.itemsVnd),
    vndCheck("monthly_sellers_shipping_vnd", t.shippingVnd),
    vndCheck("monthly_sellers_returned_vnd", t.returnedVnd),
    vndCheck("monthly_sellers_returned_shipping_vnd", t.returnedShippingVnd),
    integerCheck("monthly_sellers_return_count", t.returnCount, 0),
  ],
);

/**
 * The sums of `monthly_sales` over sellers, places and stars: what a dashboard of the whole province reads, so that its
 * time grows neither with orders nor with sellers. Kept in the same transactions.
 */
export const provinceSales = table(
  "province_sales",
  {
    month: text("month").notNull(),
    ocopSet: count("ocop_set").notNull(),
    method: text("method").notNull(),
    channel: text("channel").notNull(),
    itemsVnd: vnd("items_vnd").notNull(),
    returnedVnd: vnd("returned_vnd").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.month, t.ocopSet, t.method, t.channel] }),
    vndCheck("province_sales_items_vnd", t.itemsVnd),
    vndCheck("province_sales_returned_vnd", t.returnedVnd),
  ],
);

/** The sums of `monthly_sellers` over sellers and places. */
export const provinceOrders = table(
  "province_orders",
  {
    month: text("month").notNull(),
    method: text("method").notNull(),
    channel: text("channel").notNull(),
    orderCount: count("order_count").notNull(),
    shippingVnd: vnd("shipping_vnd").notNull(),
    returnedShippingVnd: vnd("returned_shipping_vnd").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.month, t.method, t.channel] }),
    integerCheck("province_orders_order_count", t.orderCount, 0),
    vndCheck("province_orders_shipping_vnd", t.shippingVnd),
    vndCheck("province_orders_returned_shipping_vnd", t.returnedShippingVnd),
  ],
);

/** Of a month and channel, how many sellers had an order delivered. */
export const provinceSellers = table(
  "province_sellers",
  {
    month: text("month").notNull(),
    channel: text("channel").notNull(),
    sellerCount: count("seller_count").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.month, t.channel] }),
    integerCheck("province_sellers_seller_count", t.sellerCount, 1),
  ],
);
