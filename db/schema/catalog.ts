import { sql } from "drizzle-orm";
import {
  DOCUMENT_KINDS,
  LICENCE_KINDS,
  type DocumentKind,
} from "../../app/domain/catalog/document-kinds";
import { DOCUMENT_STATUSES, type DocumentStatus } from "../../app/domain/catalog/document-status";
import type { PackageSize } from "../../app/domain/catalog/package-size";
import { PRODUCT_STATUSES, type ProductStatus } from "../../app/domain/catalog/product-status";
import { PRODUCT_TAX_CLASSES, type ProductTaxClass } from "../../app/domain/catalog/tax-class";
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
import { check, index, table } from "../dialect";
import { certificates } from "./certificates";
import { households } from "./households";

const LICENCE_WORDS = LICENCE_KINDS.map((kind) => `'${kind}'`).join(", ");

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
    taxClass: text("tax_class").$type<ProductTaxClass>().notNull().default("processed"),
    packLabel: text("pack_label").notNull(), // `chai 500 ml`
    packLabelEn: text("pack_label_en"),
    contentQuantity: count("content_quantity").notNull(),
    contentUnit: text("content_unit").$type<ContentUnit>().notNull(),
    weightGrams: count("weight_grams").notNull(), // as shipped
    packageSize: json<PackageSize | null>("package_size"), // as shipped; null: nobody has measured it
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
    oneOf("products_tax_class", t.taxClass, PRODUCT_TAX_CLASSES),
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

/** What a product was called when it last left the market; its set is what picture a lot shows. */
export type SoldAs = {
  name: string;
  nameEn: string | null;
  packLabel: string;
  packLabelEn: string | null;
  ocopSet: number;
};

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
    recalledAt: instant("recalled_at"), // while the recall stands; not sold, not in available_count
    // The words on its label, kept when the product leaves the market and may be written anew; null: the product's.
    soldAs: json<SoldAs | null>("sold_as"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    index("lots_product").on(t.productId, t.expiresOn),
    index("lots_recalled")
      .on(t.recalledAt)
      .where(sql`recalled_at is not null`),
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

/** A recall of a lot, or its lifting by the department. Append-only (trigger). */
export const lotEvents = table(
  "lot_events",
  {
    id: id(),
    lotId: text("lot_id")
      .notNull()
      .references(() => lots.id),
    kind: text("kind").$type<"recalled" | "lifted">().notNull(),
    reason: text("reason").notNull(),
    instruction: text("instruction"), // what a buyer has to do; null when lifted
    actorId: text("actor_id"),
    actorKind: text("actor_kind").notNull(), // as in `audit_entries`
    occurredAt: instant("occurred_at").notNull(),
  },
  (t) => [
    index("lot_events_lot").on(t.lotId, t.occurredAt),
    oneOf("lot_events_kind", t.kind, ["recalled", "lifted"]),
    check("lot_events_instruction", sql`(${t.kind} = 'recalled') = (${t.instruction} is not null)`),
  ],
);

/**
 * A paper that speaks for one lot, or for every lot of its product that was made while it was valid; or a licence,
 * which is its household's. Its facts only: the paper itself may name other people.
 */
export const documents = table(
  "documents",
  {
    id: id(),
    householdId: text("household_id")
      .notNull()
      .references(() => households.id),
    productId: text("product_id").references(() => products.id), // null: a licence
    lotId: text("lot_id").references(() => lots.id), // null: of the product, or a licence
    kind: text("kind").$type<DocumentKind>().notNull(),
    number: text("number").notNull(),
    issuer: text("issuer").notNull(),
    issuedOn: localDate("issued_on").notNull(),
    expiresOn: localDate("expires_on"),
    status: text("status").$type<DocumentStatus>().notNull(),
    statusReason: text("status_reason"),
    isSample: flag("is_sample").notNull().default(false),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    index("documents_product").on(t.productId),
    index("documents_lot").on(t.lotId),
    index("documents_household").on(t.householdId, t.kind),
    index("documents_status").on(t.status, t.createdAt),
    oneOf("documents_kind", t.kind, DOCUMENT_KINDS),
    oneOf("documents_status_word", t.status, DOCUMENT_STATUSES),
    check("documents_dates", sql`${t.expiresOn} is null or ${t.expiresOn} > ${t.issuedOn}`),
    check(
      "documents_licence",
      sql`(${t.productId} is null) = (${t.kind} in (${sql.raw(LICENCE_WORDS)}))`,
    ),
    check("documents_licence_ends", sql`${t.productId} is not null or ${t.expiresOn} is not null`),
  ],
);

/** Every move of a document's status. Append-only (trigger). */
export const documentEvents = table(
  "document_events",
  {
    id: id(),
    documentId: text("document_id")
      .notNull()
      .references(() => documents.id),
    fromStatus: text("from_status").$type<DocumentStatus>(),
    toStatus: text("to_status").$type<DocumentStatus>().notNull(),
    reason: text("reason"),
    actorId: text("actor_id"),
    occurredAt: instant("occurred_at").notNull(),
  },
  (t) => [index("document_events_document").on(t.documentId)],
);
