import { eq } from "drizzle-orm";
import { householdMembers } from "~db/schema/households";
import type { ReadDatabase } from "~/platform/db.server";

const MAX_HOUSEHOLDS = 500;

/** Ids of the households that this person belongs to, whatever their role. */
export async function householdIdsOf(db: ReadDatabase, userId: string): Promise<string[]> {
  const rows = await db
    .select({ id: householdMembers.householdId })
    .from(householdMembers)
    .where(eq(householdMembers.userId, userId))
    .limit(MAX_HOUSEHOLDS);
  return rows.map((row) => row.id);
}
