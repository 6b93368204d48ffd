import { and, count, desc, eq, inArray, sql } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { households } from "~db/schema/households";
import { posts, productRatings } from "~db/schema/reviews";
import { isOnSaleOn, namesOf } from "~/domain/catalog/queries.server";
import { now } from "~/platform/clock.server";
import { builtOnce, reader, valuesOf } from "~/platform/db.server";
import type { Language } from "~/platform/language";
import { localDateOf } from "~/platform/period";
import { averageTenths, countStars, NO_STARS, starsOf } from "./rating";
import type {
  PageOf,
  ProductVoices,
  PublicQuestion,
  PublicReply,
  PublicReview,
  Rating,
  ReviewedProduct,
} from "./types";

export const PAGE_SIZE = 10;
// On the product's own page, before the way to the rest.
const REVIEWS_SHOWN = 5;
const QUESTIONS_SHOWN = 3;

/** What a product's page shows: the stars, the newest reviews with words, and the newest questions. */
export async function readVoices(productId: string): Promise<ProductVoices> {
  const rating = await readRating(productId);
  const reviews =
    rating.textCount > 0 ? await selectPosts(productId, "review", { limit: REVIEWS_SHOWN }) : [];
  const questions = await selectPosts(productId, "question", { limit: QUESTIONS_SHOWN });
  const questionCount =
    questions.length < QUESTIONS_SHOWN ? questions.length : await countQuestions(productId);
  const replies = await repliesTo([...reviews, ...questions].map((post) => post.id));
  return {
    rating,
    reviews: reviews.map((post) => reviewOf(post, replies)),
    questions: questions.map((post) => questionOf(post, replies)),
    questionCount,
  };
}

/** Reviews with words, the newest first. @param page from 1; beyond the last it is the last */
export async function listReviews(
  productId: string,
  page: number,
): Promise<PageOf<PublicReview> & { rating: Rating }> {
  const rating = await readRating(productId);
  const place = placeOf(page, rating.textCount);
  const rows = await selectPosts(productId, "review", place);
  const replies = await repliesTo(rows.map((post) => post.id));
  const items = rows.map((post) => reviewOf(post, replies));
  return { rating, items, count: rating.textCount, page: place.page, pageCount: place.pageCount };
}

/** Questions with their answers, the newest first. */
export async function listQuestions(
  productId: string,
  page: number,
): Promise<PageOf<PublicQuestion>> {
  const all = await countQuestions(productId);
  const place = placeOf(page, all);
  const rows = await selectPosts(productId, "question", place);
  const replies = await repliesTo(rows.map((post) => post.id));
  const items = rows.map((post) => questionOf(post, replies));
  return { items, count: all, page: place.page, pageCount: place.pageCount };
}

/** The product on sale with this slug, or null. */
export async function findReviewedProduct(
  slug: string,
  language: Language,
): Promise<ReviewedProduct | null> {
  const [row] = await reader()
    .select({ product: products, householdName: households.name })
    .from(products)
    .innerJoin(households, eq(households.id, products.householdId))
    .where(and(isOnSaleOn(localDateOf(now())), eq(products.slug, slug)))
    .limit(1);
  if (!row) return null;
  const { id, householdId, isSample } = row.product;
  const { name, nameLanguage } = namesOf(row.product, language);
  const { householdName } = row;
  return { id, slug, name, nameLanguage, householdId, householdName, isSample };
}

const selectRating = builtOnce((db) =>
  db
    .select()
    .from(productRatings)
    .where(eq(productRatings.productId, sql.placeholder("productId")))
    .limit(1)
    .prepare(),
);

async function readRating(productId: string): Promise<Rating> {
  const [row] = await selectRating().execute({ productId });
  return ratingOf(row);
}

function ratingOf(row: typeof productRatings.$inferSelect | undefined): Rating {
  const counts = row
    ? {
        5: row.star5Count,
        4: row.star4Count,
        3: row.star3Count,
        2: row.star2Count,
        1: row.star1Count,
      }
    : NO_STARS;
  return {
    counts,
    reviewCount: countStars(counts),
    textCount: row?.textCount ?? 0,
    averageTenths: averageTenths(counts),
  };
}

type Place = { limit: number; offset?: number };
type PublicPost = Awaited<ReturnType<typeof selectPosts>>[number];

function placeOf(asked: number, count: number) {
  const pageCount = Math.max(1, Math.ceil(count / PAGE_SIZE));
  const page = Math.min(Math.max(1, asked), pageCount);
  return { page, pageCount, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
}

/** Of one product and kind: published, and with words to read. */
const isShown = and(
  eq(posts.productId, sql.placeholder("productId")),
  eq(posts.kind, sql.placeholder("kind")),
  eq(posts.status, "published"),
  eq(posts.hasText, true),
);

const countShown = builtOnce((db) =>
  db.select({ count: count() }).from(posts).where(isShown).limit(1).prepare(),
);

async function countQuestions(productId: string): Promise<number> {
  const [counted] = await countShown().execute({ productId, kind: "question" });
  return counted?.count ?? 0;
}

const selectShown = builtOnce((db) =>
  db
    .select({
      id: posts.id,
      stars: posts.stars,
      text: posts.text,
      language: posts.language,
      shownName: posts.shownName,
      isAuthorGone: posts.isAuthorGone,
      writtenAt: posts.writtenAt,
      isSample: posts.isSample,
    })
    .from(posts)
    .where(isShown)
    .orderBy(desc(posts.decidedAt), desc(posts.id))
    .limit(sql.placeholder("limit"))
    .offset(sql.placeholder("offset"))
    .prepare(),
);

function selectPosts(productId: string, kind: "review" | "question", place: Place) {
  const { limit, offset = 0 } = place;
  return selectShown().execute({ productId, kind, limit, offset });
}

const selectReplies = builtOnce((db) =>
  db
    .select({
      parentId: posts.parentId,
      text: posts.text,
      language: posts.language,
      sentAt: posts.sentAt,
    })
    .from(posts)
    .where(and(inArray(posts.parentId, valuesOf("postIds")), eq(posts.status, "published")))
    .limit(sql.placeholder("limit"))
    .prepare(),
);

/** The published words of the household on these, by what they answer. */
async function repliesTo(postIds: readonly string[]): Promise<Map<string | null, PublicReply>> {
  if (postIds.length === 0) return new Map();
  const rows = await selectReplies().execute({
    postIds: JSON.stringify(postIds),
    limit: postIds.length,
  });
  return new Map(
    rows.map(({ parentId, sentAt, ...reply }) => [
      parentId,
      { ...reply, writtenOn: localDateOf(sentAt) },
    ]),
  );
}

function reviewOf(post: PublicPost, replies: Map<string | null, PublicReply>): PublicReview {
  const { stars, writtenAt, ...words } = post;
  const reply = replies.get(post.id) ?? null;
  return { ...words, writtenOn: localDateOf(writtenAt), stars: starsOf(stars ?? 0), reply };
}

function questionOf(post: PublicPost, replies: Map<string | null, PublicReply>): PublicQuestion {
  const { stars: _, writtenAt, ...words } = post;
  return { ...words, writtenOn: localDateOf(writtenAt), answer: replies.get(post.id) ?? null };
}
