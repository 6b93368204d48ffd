import { and, asc, eq, inArray, or } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { posts } from "~db/schema/reviews";
import { reader } from "~/platform/db.server";
import { isoInstant } from "~/platform/period";

const isShown = eq(posts.status, "published");
const isOwn = inArray(posts.kind, ["reply", "answer"]);
const ROWS_MAX = 50_000;

/**
 * What was written about a household's products as it stands there to be read, and each of its own words on it, for itself
 * to take away: with the name that is shown and no other. The caller has found it in the scope.
 */
export async function listHouseholdPosts(householdId: string) {
  const rows = await reader()
    .select({ post: posts, product: products.slug })
    .from(posts)
    .innerJoin(products, eq(products.id, posts.productId))
    .where(and(eq(posts.householdId, householdId), or(isShown, isOwn)))
    .orderBy(asc(posts.id))
    .limit(ROWS_MAX);
  return rows.map(({ post, product }) => ({
    product,
    kind: post.kind,
    stars: post.stars,
    text: post.text,
    shownName: post.shownName,
    status: post.status,
    writtenAt: isoInstant(post.writtenAt),
  }));
}
