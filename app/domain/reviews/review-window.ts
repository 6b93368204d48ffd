import type { OrderStatus } from "~/domain/orders/order-status";
import { DAY_MS } from "~/platform/period";
import type { PostStatus } from "./post-status";

/** How long after receipt a buyer may judge, and change what they said. */
export const REVIEW_DAYS = 90;

export type ReviewRefusal =
  "not_received" | "review_too_late" | "review_answered" | "review_removed";

/** What decides whether a line of an order may be judged now. */
export type ReviewStanding = {
  orderStatus: OrderStatus;
  deliveredAt: number | null;
  review: { status: PostStatus; hasReply: boolean } | null;
};

/** Why the buyer may not write or change it at this moment, or null. */
export function whyNoReview(standing: ReviewStanding, at: number): ReviewRefusal | null {
  const { orderStatus, deliveredAt, review } = standing;
  if (orderStatus !== "delivered" || deliveredAt === null) return "not_received";
  if (at >= reviewEndsAt(deliveredAt)) return "review_too_late";
  if (review?.status === "taken_down") return "review_removed";
  return review?.hasReply ? "review_answered" : null;
}

export function reviewEndsAt(deliveredAt: number): number {
  return deliveredAt + REVIEW_DAYS * DAY_MS;
}
