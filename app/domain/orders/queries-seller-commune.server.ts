import { eq, sql } from "drizzle-orm";
import { households } from "~db/schema/households";
import { builtOnce, type ReadDatabase } from "~/platform/db.server";
import { present } from "~/platform/invariant";

const selectCommune = builtOnce((db) =>
  db
    .select({ communeCode: households.communeCode })
    .from(households)
    .where(eq(households.id, sql.placeholder("householdId")))
    .limit(1)
    .prepare(),
);

/** The code of the commune where a seller is now, for an order to keep. */
export async function readSellerCommune(db: ReadDatabase, householdId: string): Promise<string> {
  const [row] = await selectCommune(db).execute({ householdId });
  return present(row, "a seller without its household").communeCode;
}
