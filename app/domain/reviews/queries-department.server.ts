import { and, asc, count, desc, eq, inArray } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { households } from "~db/schema/households";
import { posts } from "~db/schema/reviews";
import { reader } from "~/platform/db.server";
import type { PostStatus } from "./post-status";
import { starsOf } from "./rating";
import type { ModeratedPost, PageOf } from "./types";

const PAGE_SIZE = 20;

/** How many posts wait for the department. */
export async function countWaitingPosts(): Promise<number> {
  return reader().$count(posts, eq(posts.status, "waiting"));
}

/**
 * Posts in one state with words to read, 20 a page: what waits longest first, else the latest first. `productSlug`
 * narrows to one product, to find what an authority has named.
 */
export async function listPosts(params: {
  status: PostStatus;
  productSlug: string | null;
  page: number;
}): Promise<PageOf<ModeratedPost>> {
  const filter = and(
    eq(posts.status, params.status),
    eq(posts.hasText, true),
    params.productSlug === null ? undefined : eq(products.slug, params.productSlug),
  );
  const [counted] = await reader()
    .select({ count: count() })
    .from(posts)
    .innerJoin(products, eq(products.id, posts.productId))
    .where(filter);
  const all = counted?.count ?? 0;
  const pageCount = Math.max(1, Math.ceil(all / PAGE_SIZE));
  const page = Math.min(Math.max(1, params.page), pageCount);
  const order = params.status === "waiting" ? asc : desc;
  const rows = await selectPosts()
    .where(filter)
    .orderBy(order(posts.sentAt), order(posts.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  return { items: await withParents(rows), count: all, page, pageCount };
}

/** One post; null when there is none. */
export async function findPost(postId: string): Promise<ModeratedPost | null> {
  const rows = await selectPosts().where(eq(posts.id, postId)).limit(1);
  const [post] = await withParents(rows);
  return post ?? null;
}

type Row = Awaited<ReturnType<typeof selectPosts>>[number];

function selectPosts() {
  return reader()
    .select({
      id: posts.id,
      parentId: posts.parentId,
      kind: posts.kind,
      status: posts.status,
      stars: posts.stars,
      text: posts.text,
      language: posts.language,
      shownName: posts.shownName,
      isAuthorGone: posts.isAuthorGone,
      flags: posts.flags,
      reason: posts.reason,
      reasonText: posts.reasonText,
      sentAt: posts.sentAt,
      decidedAt: posts.decidedAt,
      isSample: posts.isSample,
      productName: products.name,
      productSlug: products.slug,
      householdName: households.name,
    })
    .from(posts)
    .innerJoin(products, eq(products.id, posts.productId))
    .innerJoin(households, eq(households.id, posts.householdId));
}

async function withParents(rows: readonly Row[]): Promise<ModeratedPost[]> {
  const parentIds = rows.flatMap((row) => row.parentId ?? []);
  const parents =
    parentIds.length === 0
      ? []
      : await reader()
          .select({ id: posts.id, text: posts.text, language: posts.language })
          .from(posts)
          .where(inArray(posts.id, parentIds))
          .limit(parentIds.length);
  const words = new Map(parents.map(({ id, ...parent }) => [id, parent]));
  return rows.map(({ parentId, stars, ...post }) => ({
    ...post,
    stars: stars === null ? null : starsOf(stars),
    parent: parentId === null ? null : (words.get(parentId) ?? null),
  }));
}
