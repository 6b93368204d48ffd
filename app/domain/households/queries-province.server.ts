import { eq, ne } from "drizzle-orm";
import { households } from "~db/schema/households";
import { communes } from "~db/schema/places";
import { reader } from "~/platform/db.server";

/** True when a household of these data lies outside the province. */
export async function hasHouseholdsElsewhere(provinceCode: string): Promise<boolean> {
  const rows = await reader()
    .select({ id: households.id })
    .from(households)
    .innerJoin(communes, eq(communes.code, households.communeCode))
    .where(ne(communes.provinceCode, provinceCode))
    .limit(1);
  return rows.length > 0;
}
