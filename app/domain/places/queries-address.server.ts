import { eq } from "drizzle-orm";
import { communes, provinces } from "~db/schema/places";
import type { ReadDatabase } from "~/platform/db.server";

/** `Xã Mèo Vạc, Tỉnh Tuyên Quang`, or null for a code of no commune. */
export async function findPlaceLine(db: ReadDatabase, communeCode: string): Promise<string | null> {
  const [row] = await db
    .select({ communeName: communes.name, provinceName: provinces.name })
    .from(communes)
    .innerJoin(provinces, eq(provinces.code, communes.provinceCode))
    .where(eq(communes.code, communeCode))
    .limit(1);
  return row ? `${row.communeName}, ${row.provinceName}` : null;
}
