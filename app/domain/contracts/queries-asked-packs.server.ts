import { eq, inArray, sum } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { contractAsks, contracts } from "~db/schema/contracts";
import { households } from "~db/schema/households";
import { reader } from "~/platform/db.server";

const PRODUCTS_MAX = 2_000;

/** What buyers ask the price of and nobody has concluded yet, product by product, with the grams of its packs as shipped. */
export async function listAskedPacks() {
  const rows = await reader()
    .select({
      id: products.id,
      productName: products.name,
      householdName: households.name,
      packs: sum(contractAsks.packCount).mapWith(Number),
      weightGrams: products.weightGrams,
    })
    .from(contractAsks)
    .innerJoin(contracts, eq(contracts.id, contractAsks.contractId))
    .innerJoin(products, eq(products.id, contractAsks.productId))
    .innerJoin(households, eq(households.id, contracts.householdId))
    .where(inArray(contracts.status, ["requested", "offered"]))
    .groupBy(products.id)
    .limit(PRODUCTS_MAX);
  return rows.map(({ weightGrams, ...row }) => ({ ...row, grams: row.packs * weightGrams }));
}
