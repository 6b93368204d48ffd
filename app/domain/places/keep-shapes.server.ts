import { and, eq } from "drizzle-orm";
import { communeShapes } from "~db/schema/places-maps";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";

/** Keeps boundaries to be looked at; the same file of the same province is kept once, and answers as what it is. */
export async function keepShapes(
  tx: Transaction,
  kept: Omit<typeof communeShapes.$inferInsert, "id" | "keptAt">,
): Promise<{ id: string; isRepeat: boolean }> {
  const { provinceCode, sha256 } = kept;
  const [known] = await tx
    .select({ id: communeShapes.id })
    .from(communeShapes)
    .where(and(eq(communeShapes.provinceCode, provinceCode), eq(communeShapes.sha256, sha256)))
    .limit(1);
  if (known) return { id: known.id, isRepeat: true };
  const id = newId("shp");
  await tx.insert(communeShapes).values({ ...kept, id, keptAt: now() });
  return { id, isRepeat: false };
}
