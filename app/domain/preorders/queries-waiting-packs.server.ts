import { eq, sum } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { households } from "~db/schema/households";
import { harvests, preorders } from "~db/schema/preorders";
import { reader } from "~/platform/db.server";

const HARVESTS_MAX = 2_000;

/** What buyers wait for, harvest by harvest, with the grams that its packs weigh as shipped; who they are is not in it. */
export async function listWaitingPacks() {
  const rows = await reader()
    .select({
      id: harvests.id,
      productName: products.name,
      householdName: households.name,
      packs: sum(preorders.packCount).mapWith(Number),
      weightGrams: products.weightGrams,
    })
    .from(preorders)
    .innerJoin(harvests, eq(harvests.id, preorders.harvestId))
    .innerJoin(products, eq(products.id, harvests.productId))
    .innerJoin(households, eq(households.id, products.householdId))
    .where(eq(preorders.status, "waiting"))
    .groupBy(harvests.id)
    .limit(HARVESTS_MAX);
  return rows.map(({ weightGrams, ...row }) => ({ ...row, grams: row.packs * weightGrams }));
}
