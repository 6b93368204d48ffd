import { and, count, eq, sum } from "drizzle-orm";
import { posts, productRatings } from "~db/schema/reviews";
import type { Transaction } from "~/platform/db.server";
import { NO_STARS, starsOf } from "./rating";

/** Sets a product's row of `product_ratings` to what its published reviews say. */
export async function recountRating(tx: Transaction, productId: string): Promise<void> {
  const rows = await tx
    .select({ stars: posts.stars, count: count(), textCount: sum(posts.hasText) })
    .from(posts)
    .where(
      and(eq(posts.productId, productId), eq(posts.kind, "review"), eq(posts.status, "published")),
    )
    .groupBy(posts.stars);
  const counts = { ...NO_STARS };
  let textCount = 0;
  for (const row of rows) {
    counts[starsOf(row.stars ?? 0)] += row.count;
    textCount += Number(row.textCount ?? 0);
  }
  const kept = {
    star1Count: counts[1],
    star2Count: counts[2],
    star3Count: counts[3],
    star4Count: counts[4],
    star5Count: counts[5],
    textCount,
  };
  await tx
    .insert(productRatings)
    .values({ productId, ...kept })
    .onConflictDoUpdate({ target: productRatings.productId, set: kept });
}
