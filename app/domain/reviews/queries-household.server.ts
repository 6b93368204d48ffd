import { and, desc, eq, inArray, lte, ne, notInArray, or } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { posts } from "~db/schema/reviews";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { reader } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { starsOf } from "./rating";
import type { DeskFilter, DeskPost, OwnReply, PageOf } from "./types";

const PAGE_SIZE = 20;
// Praise may be answered; nobody waits for it.
const CRITICAL_STARS_MAX = 3;

/** What people wrote about a household's products, the newest first; null outside the scope. */
export async function listDeskPosts(
  scope: Scope,
  params: { householdId: string; filter: DeskFilter; page: number },
): Promise<PageOf<DeskPost> | null> {
  if (!isInScope(scope, params.householdId)) return null;
  const isListed = filterOf(params.householdId, params.filter);
  const count = await reader().$count(posts, isListed);
  const pageCount = Math.max(1, Math.ceil(count / PAGE_SIZE));
  const page = Math.min(Math.max(1, params.page), pageCount);
  const rows = await selectPosts()
    .where(isListed)
    .orderBy(desc(posts.decidedAt), desc(posts.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  return { items: await withReplies(rows), count, page, pageCount };
}

/** How many questions and critical reviews wait for the household's word; the caller has found it in the scope. */
export async function countOpenPosts(householdId: string): Promise<number> {
  return reader().$count(posts, filterOf(householdId, "open"));
}

/** One of them with its household; null outside the scope and unless it is published. */
export async function findDeskPost(
  scope: Scope,
  postId: string,
): Promise<{ householdId: string; post: DeskPost } | null> {
  const [row] = await selectPosts()
    .where(and(eq(posts.id, postId), isShown))
    .limit(1);
  if (!row || !isInScope(scope, row.householdId)) return null;
  const [post] = await withReplies([row]);
  return post ? { householdId: row.householdId, post } : null;
}

const isShown = and(
  inArray(posts.kind, ["review", "question"]),
  eq(posts.status, "published"),
  eq(posts.hasText, true),
);

function filterOf(householdId: string, filter: DeskFilter) {
  const isOwn = and(eq(posts.householdId, householdId), isShown);
  if (filter === "all") return isOwn;
  const answered = reader()
    .select({ id: posts.parentId })
    .from(posts)
    .where(
      and(
        eq(posts.householdId, householdId),
        inArray(posts.kind, ["reply", "answer"]),
        ne(posts.status, "refused"),
      ),
    );
  const wantsAnswer = or(eq(posts.kind, "question"), lte(posts.stars, CRITICAL_STARS_MAX));
  return and(isOwn, wantsAnswer, notInArray(posts.id, answered));
}

type Row = Awaited<ReturnType<typeof selectPosts>>[number];

function selectPosts() {
  return reader()
    .select({
      id: posts.id,
      kind: posts.kind,
      householdId: posts.householdId,
      stars: posts.stars,
      text: posts.text,
      language: posts.language,
      shownName: posts.shownName,
      isAuthorGone: posts.isAuthorGone,
      writtenAt: posts.writtenAt,
      isSample: posts.isSample,
      productName: products.name,
      productSlug: products.slug,
    })
    .from(posts)
    .innerJoin(products, eq(products.id, posts.productId));
}

async function withReplies(rows: readonly Row[]): Promise<DeskPost[]> {
  const replies = await repliesTo(rows.map((row) => row.id));
  return rows.map(({ householdId: _, kind, stars, writtenAt, ...post }) => ({
    ...post,
    kind: kind === "question" ? kind : "review",
    stars: stars === null ? null : starsOf(stars),
    writtenOn: localDateOf(writtenAt),
    reply: replies.get(post.id) ?? null,
  }));
}

async function repliesTo(postIds: readonly string[]): Promise<Map<string | null, OwnReply>> {
  if (postIds.length === 0) return new Map();
  const rows = await reader()
    .select({
      parentId: posts.parentId,
      status: posts.status,
      text: posts.text,
      language: posts.language,
      reason: posts.reason,
      reasonText: posts.reasonText,
    })
    .from(posts)
    .where(inArray(posts.parentId, [...postIds]))
    .limit(postIds.length);
  return new Map(rows.map(({ parentId, ...reply }) => [parentId, reply]));
}
