import { and, eq } from "drizzle-orm";
import { communeShapes } from "~db/schema/places-maps";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";

/**
 * Keeps boundaries to be looked at; what was read of the same file before is kept once, and answers as what it is. The same
 * file reads otherwise when the communes' list has changed.
 */
export async function keepShapes(
  tx: Transaction,
  kept: Omit<typeof communeShapes.$inferInsert, "id" | "keptAt">,
): Promise<{ id: string; isRepeat: boolean }> {
  const { provinceCode, sha256, shapes, leftOut } = kept;
  const [known] = await tx
    .select({ id: communeShapes.id })
    .from(communeShapes)
    .where(
      and(
        eq(communeShapes.provinceCode, provinceCode),
        eq(communeShapes.sha256, sha256),
        eq(communeShapes.shapes, shapes),
        eq(communeShapes.leftOut, leftOut),
      ),
    )
    .limit(1);
  if (known) return { id: known.id, isRepeat: true };
  const id = newId("shp");
  await tx.insert(communeShapes).values({ ...kept, id, keptAt: now() });
  return { id, isRepeat: false };
}
