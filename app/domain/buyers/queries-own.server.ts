import { and, eq, isNull, or, type SQL } from "drizzle-orm";
import { contracts } from "~db/schema/contracts";
import { checkouts, lineItems, orders } from "~db/schema/orders";
import { preorders } from "~db/schema/preorders";
import { postEvents, posts } from "~db/schema/reviews";
import type { ReadDatabase } from "~/platform/db.server";

/** Far beyond what anybody buys or writes; a bound, as every list has one. */
export const OWN_MAX = 10_000;

/** The orders of a person's own purchases. */
export async function listOwnOrderIds(db: ReadDatabase, userId: string): Promise<string[]> {
  const rows = await db
    .select({ id: orders.id })
    .from(orders)
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .where(eq(checkouts.buyerId, userId))
    .limit(OWN_MAX);
  return rows.map((row) => row.id);
}

/** All that a person is the buyer of: what was bought, agreed wholesale, and waited for. */
export async function listOwnPurchaseIds(db: ReadDatabase, userId: string): Promise<string[]> {
  const found = await Promise.all(
    [checkouts, contracts, preorders].map((table) =>
      db.select({ id: table.id }).from(table).where(eq(table.buyerId, userId)).limit(OWN_MAX),
    ),
  );
  return found.flat().map((row) => row.id);
}

/** What a person wrote to be read by everyone: reviews of what they bought, and questions that they asked signed in. */
export async function listOwnPostIds(db: ReadDatabase, userId: string): Promise<string[]> {
  const reviewIds = await listReviewIds(db, eq(checkouts.buyerId, userId));
  const questions = await db
    .select({ id: posts.id })
    .from(postEvents)
    .innerJoin(posts, eq(posts.id, postEvents.postId))
    .where(
      and(
        eq(postEvents.actorId, userId),
        isNull(postEvents.fromStatus),
        or(eq(posts.kind, "question"), eq(posts.kind, "review")),
      ),
    )
    .limit(OWN_MAX);
  return [...new Set([...reviewIds, ...questions.map((row) => row.id)])];
}

/** The reviews of what was bought in the purchases that `which` (of `checkouts`) names. */
export async function listReviewIds(db: ReadDatabase, which: SQL): Promise<string[]> {
  const reviews = await db
    .select({ id: posts.id })
    .from(posts)
    .innerJoin(lineItems, eq(lineItems.id, posts.lineItemId))
    .innerJoin(orders, eq(orders.id, lineItems.orderId))
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .where(which)
    .limit(OWN_MAX);
  return reviews.map((row) => row.id);
}
