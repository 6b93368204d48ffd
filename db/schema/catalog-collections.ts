import { sql } from "drizzle-orm";
import { count, flag, id, instant, integerCheck, localDate, text } from "../columns";
import { check, index, primaryKey, table } from "../dialect";
import { products } from "./catalog";

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
  (t) => [
    primaryKey({ columns: [t.collectionId, t.productId] }),
    index("collection_products_product").on(t.productId),
  ],
);
