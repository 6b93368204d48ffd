import { sql } from "drizzle-orm";
import { PRODUCT_STATUSES, type ProductStatus } from "../../app/domain/catalog/product-status";
import { CONTENT_UNITS, type ContentUnit } from "../../app/domain/catalog/units";
import {
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
import { check, index, primaryKey, table } from "../dialect";
import { certificates } from "./certificates";
import { households } from "./households";

export const products = table(
  "products",
  {
    id: id(),
    householdId: text("household_id")
      .notNull()
      .references(() => households.id),
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    nameEn: text("name_en"),
    description: text("description").notNull(),
    descriptionEn: text("description_en"),
    ocopSet: count("ocop_set").notNull(),
    packLabel: text("pack_label").notNull(), // `chai 500 ml`
    packLabelEn: text("pack_label_en"),
    contentQuantity: count("content_quantity").notNull(),
    contentUnit: text("content_unit").$type<ContentUnit>().notNull(),
    weightGrams: count("weight_grams").notNull(), // as shipped
    priceVnd: vnd("price_vnd").notNull(),
    certificateId: text("certificate_id").references(() => certificates.id),
    season: json<{ fromMonth: number; toMonth: number } | null>("season"),
    status: text("status").$type<ProductStatus>().notNull(),
    statusReason: text("status_reason"),
    // Kept equal to the free stock of the product's lots by the commands that move stock; the last guard
    // against overselling is its CHECK.
    availableCount: count("available_count").notNull().default(0),
    searchId: count("search_id").notNull().unique(), // whole number that the shelf in memory knows the row by
    isSample: flag("is_sample").notNull().default(false),
    createdAt: instant("created_at").notNull(),
    publishedAt: instant("published_at"),
  },
  (t) => [
    index("products_household").on(t.householdId),
    index("products_status").on(t.status, t.createdAt),
    vndCheck("products_price_vnd", t.priceVnd, 1),
    integerCheck("products_available_count", t.availableCount, 0),
    integerCheck("products_content_quantity", t.contentQuantity, 1),
    integerCheck("products_weight_grams", t.weightGrams, 0),
    check("products_ocop_set", sql`${t.ocopSet} between 1 and 26`),
    oneOf("products_status", t.status, PRODUCT_STATUSES),
    oneOf("products_content_unit", t.contentUnit, CONTENT_UNITS),
  ],
);

/**
 * Addresses that a product had before its present one; links and labels still carry them. Append-only (trigger),
 * and no other product may take one (trigger).
 */
export const formerProductSlugs = table(
  "former_product_slugs",
  {
    slug: text("slug").primaryKey(),
    productId: text("product_id")
      .notNull()
      .references(() => products.id),
    retiredAt: instant("retired_at").notNull(),
  },
  (t) => [index("former_product_slugs_product").on(t.productId)],
);

/**
 * Which products have changed on the shelf, written by triggers; 0 means all of them. Each process brings what it
 * keeps in memory up to date by this before it answers. Swept: a gap tells a reader that it missed some.
 */
export const shelfChanges = table("shelf_changes", {
  seq: count("seq").primaryKey({ autoIncrement: true }),
  searchId: count("search_id").notNull(),
});

/** Every move of a product's status. Append-only (trigger). */
export const productEvents = table(
  "product_events",
  {
    id: id(),
    productId: text("product_id")
      .notNull()
      .references(() => products.id),
    fromStatus: text("from_status").$type<ProductStatus>(),
    toStatus: text("to_status").$type<ProductStatus>().notNull(),
    reason: text("reason"),
    actorId: text("actor_id"),
    occurredAt: instant("occurred_at").notNull(),
  },
  (t) => [index("product_events_product").on(t.productId)],
);

/** A re-encoded photo; its files are `photos/<id>/<width>.<webp|avif|jpg>` in storage. */
export const photos = table(
  "photos",
  {
    id: id(),
    productId: text("product_id")
      .notNull()
      .references(() => products.id),
    position: count("position").notNull(),
    width: count("width").notNull(), // of the largest file
    height: count("height").notNull(),
    widths: json<number[]>("widths").notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [index("photos_product").on(t.productId, t.position)],
);

/** A harvest or production batch, and the stock in it. */
export const lots = table(
  "lots",
  {
    id: id(),
    code: text("code").notNull().unique(),
    productId: text("product_id")
      .notNull()
      .references(() => products.id),
    madeOn: localDate("made_on").notNull(),
    expiresOn: localDate("expires_on"),
    onHandCount: count("on_hand_count").notNull(),
    reservedCount: count("reserved_count").notNull().default(0),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    index("lots_product").on(t.productId, t.expiresOn),
    integerCheck("lots_on_hand_count", t.onHandCount, 0),
    integerCheck("lots_reserved_count", t.reservedCount, 0),
    check("lots_reserved_within_on_hand", sql`${t.reservedCount} <= ${t.onHandCount}`),
  ],
);

/** Packs of a lot held for one line of an order, from checkout until shipped or given back. */
export const stockReservations = table(
  "stock_reservations",
  {
    id: id(),
    lotId: text("lot_id")
      .notNull()
      .references(() => lots.id),
    lineItemId: text("line_item_id").notNull(),
    quantity: count("quantity").notNull(),
    status: text("status").$type<"held" | "consumed" | "released">().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    index("stock_reservations_line_item").on(t.lineItemId),
    index("stock_reservations_lot").on(t.lotId),
    integerCheck("stock_reservations_quantity", t.quantity, 1),
    oneOf("stock_reservations_status", t.status, ["held", "consumed", "released"]),
  ],
);

/**
 * Products that the department puts together for a time, by a criterion that everyone can read. Shown from the first
 * day to the last, both included, unless it was ended before.
 */
export const collections = table(
  "collections",
  {
    id: id(),
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    nameEn: text("name_en"),
    intro: text("intro").notNull(),
    introEn: text("intro_en"),
    criterion: text("criterion").notNull(), // `Chọn theo tiêu chí nào`, shown publicly
    criterionEn: text("criterion_en"),
    startsOn: localDate("starts_on").notNull(),
    endsOn: localDate("ends_on").notNull(),
    position: count("position").notNull(), // among collections, the lowest first
    endedAt: instant("ended_at"), // null unless it was ended by hand
    isSample: flag("is_sample").notNull().default(false),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    index("collections_shown").on(t.endsOn, t.position),
    integerCheck("collections_position", t.position, 1),
    check("collections_dates", sql`${t.endsOn} >= ${t.startsOn}`),
    check("collections_criterion", sql`length(trim(${t.criterion})) > 0`),
  ],
);

export const collectionProducts = table(
  "collection_products",
  {
    collectionId: text("collection_id")
      .notNull()
      .references(() => collections.id),
    productId: text("product_id")
      .notNull()
      .references(() => products.id),
    position: count("position").notNull(),
  },
  (t) => [primaryKey({ columns: [t.collectionId, t.productId] })],
);
