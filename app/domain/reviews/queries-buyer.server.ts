import { and, asc, eq } from "drizzle-orm";
import { checkouts, lineItems, orders } from "~db/schema/orders";
import { posts } from "~db/schema/reviews";
import { LINE_COUNT_MAX } from "~/domain/orders/order-totals";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { hasStandingReply } from "./queries-records.server";
import { starsOf } from "./rating";
import { reviewEndsAt, whyNoReview } from "./review-window";
import { shownNameOf } from "./shown-name";
import type { OwnReview, ReviewableLine } from "./types";

/**
 * The delivered lines of a checkout, each with what its buyer said of it. The caller has checked the key of the
 * checkout's address.
 */
export async function listReviewableLines(checkoutCode: string): Promise<ReviewableLine[]> {
  const rows = await reader()
    .select({
      lineItemId: lineItems.id,
      productId: lineItems.productId,
      householdId: orders.householdId,
      productName: lineItems.productName,
      productNameEn: lineItems.productNameEn,
      buyerName: checkouts.buyerName,
      orderStatus: orders.status,
      deliveredAt: orders.deliveredAt,
      post: posts,
    })
    .from(lineItems)
    .innerJoin(orders, eq(orders.id, lineItems.orderId))
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .leftJoin(posts, eq(posts.lineItemId, lineItems.id))
    .where(and(eq(checkouts.code, checkoutCode), eq(orders.status, "delivered")))
    .orderBy(asc(lineItems.id))
    .limit(LINE_COUNT_MAX);
  const at = now();
  return Promise.all(
    rows.map(async ({ buyerName, orderStatus, deliveredAt, post, ...line }) => {
      const review = post && {
        status: post.status,
        hasReply: await hasStandingReply(reader(), post.id),
      };
      return {
        ...line,
        shownName: shownNameOf(buyerName),
        // The last moment is the first that is too late.
        untilDate: localDateOf(reviewEndsAt(deliveredAt ?? 0) - 1),
        canWrite: whyNoReview({ orderStatus, deliveredAt, review }, at) === null,
        review: post && ownReviewOf(post),
      };
    }),
  );
}

function ownReviewOf(post: typeof posts.$inferSelect): OwnReview {
  const { status, text, language, reason, reasonText } = post;
  const isNameShown = post.shownName !== null;
  const words = { stars: starsOf(post.stars ?? 0), text, language, isNameShown };
  return { status, ...words, reason, reasonText };
}
