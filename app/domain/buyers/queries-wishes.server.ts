import { desc, eq } from "drizzle-orm";
import { wishes } from "~db/schema/buyers";
import { products } from "~db/schema/catalog";
import { listCards } from "~/domain/catalog/queries.server";
import { reader } from "~/platform/db.server";
import type { Language } from "~/platform/language";
import { WISHES_MAX } from "./book-sizes";
import type { Wish } from "./types";

/** What somebody saved, the latest first, each with its price and stock of now. */
export async function listWishes(userId: string, language: Language): Promise<Wish[]> {
  const rows = await reader()
    .select({
      productId: products.id,
      searchId: products.searchId,
      name: products.name,
      nameEn: products.nameEn,
      status: products.status,
      ocopSet: products.ocopSet,
      slug: products.slug,
    })
    .from(wishes)
    .innerJoin(products, eq(products.id, wishes.productId))
    .where(eq(wishes.userId, userId))
    .orderBy(desc(wishes.wishedAt), desc(wishes.productId))
    .limit(WISHES_MAX);
  const cards = await listCards(
    rows.map((row) => row.searchId),
    language,
  );
  return rows.map(({ searchId, status, ...row }) => ({
    ...row,
    name: status === "published" ? row.name : null,
    card: cards.find((card) => card.searchId === searchId) ?? null,
  }));
}
