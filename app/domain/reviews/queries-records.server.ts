import { and, eq, inArray } from "drizzle-orm";
import { households } from "~db/schema/households";
import { products } from "~db/schema/catalog";
import { checkouts, lineItems, orders } from "~db/schema/orders";
import { posts } from "~db/schema/reviews";
import { isOnSaleOn } from "~/domain/catalog/queries.server";
import type { OrderStatus } from "~/domain/orders/order-status";
import { now } from "~/platform/clock.server";
import type { ReadDatabase } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";

/** A line of an order for a command to decide on. */
export type ReviewedLine = {
  lineItemId: string;
  productId: string;
  householdId: string;
  orderStatus: OrderStatus;
  deliveredAt: number | null;
  buyerName: string;
  buyerPhone: string;
  isSample: boolean;
};

/** The line, if it is one of this checkout. That the person may see the checkout is for the caller to ask. */
export async function loadReviewedLine(
  db: ReadDatabase,
  { checkoutCode, lineItemId }: { checkoutCode: string; lineItemId: string },
): Promise<ReviewedLine | null> {
  const [line] = await db
    .select({
      lineItemId: lineItems.id,
      productId: lineItems.productId,
      householdId: orders.householdId,
      orderStatus: orders.status,
      deliveredAt: orders.deliveredAt,
      buyerName: checkouts.buyerName,
      buyerPhone: checkouts.buyerPhone,
      isSample: checkouts.isSample,
    })
    .from(lineItems)
    .innerJoin(orders, eq(orders.id, lineItems.orderId))
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .where(and(eq(lineItems.id, lineItemId), eq(checkouts.code, checkoutCode)))
    .limit(1);
  return line ?? null;
}

/** A product on sale and whose it is, or null. */
export async function loadAskedProduct(
  db: ReadDatabase,
  slug: string,
): Promise<{ id: string; householdId: string } | null> {
  const [product] = await db
    .select({ id: products.id, householdId: products.householdId })
    .from(products)
    .innerJoin(households, eq(households.id, products.householdId))
    .where(and(isOnSaleOn(localDateOf(now())), eq(products.slug, slug)))
    .limit(1);
  return product ?? null;
}

/** True while the household's word on it waits or is shown. */
export async function hasStandingReply(db: ReadDatabase, postId: string): Promise<boolean> {
  const [reply] = await db
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.parentId, postId), inArray(posts.status, ["waiting", "published"])))
    .limit(1);
  return reply !== undefined;
}
