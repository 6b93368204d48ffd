import { eq } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { posts } from "~db/schema/reviews";
import type { ReadDatabase } from "~/platform/db.server";

/** What a post says at this moment, for a copy of it, without who wrote it; null: there is none. */
export async function loadShownPost(db: ReadDatabase, postId: string) {
  const { kind, stars, text, householdId } = posts;
  const [post] = await db
    .select({ kind, stars, text, householdId, productName: products.name })
    .from(posts)
    .innerJoin(products, eq(products.id, posts.productId))
    .where(eq(posts.id, postId))
    .limit(1);
  return post ?? null;
}
