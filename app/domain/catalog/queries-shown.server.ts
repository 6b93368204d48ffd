import { asc, eq } from "drizzle-orm";
import { photos, products } from "~db/schema/catalog";
import type { ReadDatabase } from "~/platform/db.server";
import { PHOTOS_MAX } from "./photo-limits";

/** What a product says and shows at this moment, for a copy of it; null: there is none with this id. */
export async function loadShown(db: ReadDatabase, productId: string) {
  const [product] = await db.select().from(products).where(eq(products.id, productId)).limit(1);
  if (!product) return null;
  const shown = await db
    .select()
    .from(photos)
    .where(eq(photos.productId, productId))
    .orderBy(asc(photos.position))
    .limit(PHOTOS_MAX);
  return { product, photos: shown };
}

/** The largest file of a photo among the uploads. */
export function largestPhotoPath(photo: { id: string; widths: readonly number[] }): string {
  return `photos/${photo.id}/${Math.max(...photo.widths)}.jpg`;
}
