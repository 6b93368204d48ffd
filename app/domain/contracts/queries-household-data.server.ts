import { asc, eq } from "drizzle-orm";
import { contracts } from "~db/schema/contracts";
import { reader } from "~/platform/db.server";
import { isoInstant } from "~/platform/period";

const ROWS_MAX = 50_000;

/** A household's contracts, for itself to take away; their texts are files of their own. It was found in the scope. */
export async function listHouseholdContracts(householdId: string) {
  const rows = await reader()
    .select()
    .from(contracts)
    .where(eq(contracts.householdId, householdId))
    .orderBy(asc(contracts.id))
    .limit(ROWS_MAX);
  return rows.map(({ code, status, buyerName, wishedBy, openedAt }) => ({
    code,
    status,
    buyerName,
    wishedBy,
    openedAt: isoInstant(openedAt),
  }));
}
