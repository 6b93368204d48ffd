import { sql } from "drizzle-orm";
import {
  POST_KINDS,
  POST_STATUSES,
  REFUSAL_REASONS,
  type PostKind,
  type PostStatus,
  type RefusalReason,
} from "../../app/domain/reviews/post-status";
import type { Language } from "../../app/platform/language";
import type { Flag } from "../../app/domain/reviews/word-filter";
import { count, flag, id, instant, integerCheck, json, oneOf, text } from "../columns";
import { check, index, table, type AnyColumn } from "../dialect";
import { products } from "./catalog";
import { households } from "./households";
import { lineItems } from "./orders";

/** What people write about a product to be read by everyone: reviews, questions, and the household's word on each. */
export const posts = table(
  "posts",
  {
    id: id(),
    kind: text("kind").$type<PostKind>().notNull(),
    productId: text("product_id")
      .notNull()
      .references(() => products.id),
    householdId: text("household_id") // whose product it is
      .notNull()
      .references(() => households.id),
    // Unique: a review has one reply, a question one answer, a delivered line one review.
    parentId: text("parent_id")
      .unique()
      .references((): AnyColumn => posts.id),
    lineItemId: text("line_item_id")
      .unique()
      .references(() => lineItems.id),
    stars: count("stars"), // reviews only
    text: text("text").notNull(),
    language: text("language").$type<Language>().notNull().default("vi"), // of the text, as page and letters say
    hasText: flag("has_text").notNull(), // stars alone are counted and not listed
    shownName: text("shown_name"), // null: no name is shown
    isAuthorGone: flag("is_author_gone").notNull().default(false), // whoever wrote it has deleted their account
    status: text("status").$type<PostStatus>().notNull(),
    flags: json<Flag[]>("flags").notNull(),
    reason: text("reason").$type<RefusalReason>(),
    reasonText: text("reason_text"),
    writtenAt: instant("written_at").notNull(),
    sentAt: instant("sent_at").notNull(), // when its words were last changed
    decidedAt: instant("decided_at"),
    isSample: flag("is_sample").notNull().default(false),
  },
  (t) => [
    index("posts_product").on(t.productId, t.kind, t.status, t.hasText, t.decidedAt),
    index("posts_household").on(t.householdId, t.kind, t.status, t.hasText, t.decidedAt),
    index("posts_status").on(t.status, t.sentAt),
    oneOf("posts_kind", t.kind, POST_KINDS),
    oneOf("posts_status_word", t.status, POST_STATUSES),
    oneOf("posts_reason", t.reason, REFUSAL_REASONS), // NULL passes
    integerCheck("posts_stars", t.stars, 1),
    check("posts_stars_most", sql`${t.stars} is null or ${t.stars} <= 5`),
    check("posts_review", sql`(${t.kind} = 'review') = (${t.stars} is not null)`),
    check("posts_line_item", sql`(${t.kind} = 'review') = (${t.lineItemId} is not null)`),
    check("posts_parent", sql`(${t.kind} in ('reply', 'answer')) = (${t.parentId} is not null)`),
    check("posts_text", sql`${t.hasText} = (${t.text} <> '')`),
    check("posts_has_words", sql`${t.kind} = 'review' or ${t.hasText} = 1`),
    check(
      "posts_told_why",
      sql`(${t.status} in ('refused', 'taken_down')) = (${t.reason} is not null)`,
    ),
  ],
);

/** Every move of a post, with its words as they were: what was shown once is kept. Append-only (trigger). */
export const postEvents = table(
  "post_events",
  {
    id: id(),
    postId: text("post_id")
      .notNull()
      .references(() => posts.id),
    fromStatus: text("from_status").$type<PostStatus>(),
    toStatus: text("to_status").$type<PostStatus>().notNull(),
    stars: count("stars"),
    text: text("text").notNull(),
    shownName: text("shown_name"),
    reason: text("reason").$type<RefusalReason>(),
    reasonText: text("reason_text"),
    actorId: text("actor_id"),
    occurredAt: instant("occurred_at").notNull(),
  },
  (t) => [index("post_events_post").on(t.postId)],
);

/** How many published reviews gave a product each number of stars; kept equal to `posts` by `recount-rating`. */
export const productRatings = table(
  "product_ratings",
  {
    productId: text("product_id")
      .primaryKey()
      .references(() => products.id),
    star1Count: count("star1_count").notNull(),
    star2Count: count("star2_count").notNull(),
    star3Count: count("star3_count").notNull(),
    star4Count: count("star4_count").notNull(),
    star5Count: count("star5_count").notNull(),
    textCount: count("text_count").notNull(), // reviews with words
  },
  (t) => [
    integerCheck("product_ratings_star1_count", t.star1Count, 0),
    integerCheck("product_ratings_star2_count", t.star2Count, 0),
    integerCheck("product_ratings_star3_count", t.star3Count, 0),
    integerCheck("product_ratings_star4_count", t.star4Count, 0),
    integerCheck("product_ratings_star5_count", t.star5Count, 0),
    integerCheck("product_ratings_text_count", t.textCount, 0),
  ],
);
