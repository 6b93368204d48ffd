import { and, eq, inArray, isNull, notExists } from "drizzle-orm";
import { documents, lotEvents, lots, products, stockReservations } from "~db/schema/catalog";
import { collectionProducts } from "~db/schema/catalog-collections";
import { wishes } from "~db/schema/buyers";
import { certificateProducts } from "~db/schema/certificates-products";
import { contractAsks, contractLines } from "~db/schema/contracts";
import { lineItems } from "~db/schema/orders";
import { harvests } from "~db/schema/preorders";
import { posts, productRatings } from "~db/schema/reviews";
import type { ReadDatabase } from "~/platform/db.server";
import type { ProductRow } from "./load-own-product.server";
import { REMOVABLE_STATUSES } from "./product-status";

/** Whatever of these names a product keeps it. */
const KEEPING = [
  certificateProducts,
  collectionProducts,
  contractAsks,
  contractLines,
  documents,
  harvests,
  lineItems,
  posts,
  productRatings,
  wishes,
] as const;

/** Those of these products that may be removed: never on sale, not being looked at, and nothing but their own refers to them. */
export async function listRemovable(
  db: ReadDatabase,
  productIds: readonly string[],
): Promise<ProductRow[]> {
  if (productIds.length === 0) return [];
  return db
    .select()
    .from(products)
    .where(
      and(
        inArray(products.id, [...productIds]),
        inArray(products.status, [...REMOVABLE_STATUSES]),
        isNull(products.publishedAt),
        isNull(products.certificateId),
        ...KEEPING.map((table) =>
          notExists(
            db.select({ id: table.productId }).from(table).where(eq(table.productId, products.id)),
          ),
        ),
        ...[lotEvents, stockReservations].map((table) =>
          notExists(
            db
              .select({ id: table.id })
              .from(table)
              .innerJoin(lots, eq(lots.id, table.lotId))
              .where(eq(lots.productId, products.id)),
          ),
        ),
      ),
    )
    .limit(productIds.length);
}
