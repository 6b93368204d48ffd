import type { Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { loadOwnProduct } from "~/domain/catalog/load-own-product.server";
import type { Scope } from "~/domain/identity/scope";
import { mayBeHarvested } from "~/domain/preorders/harvest-status";
import { openHarvest as openList, type NewHarvest } from "~/domain/preorders/open-harvest.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";

export type OpenHarvestCode =
  "product_not_found" | "product_not_published" | "harvest_kind" | "harvest_exists";

/** A household takes pre-orders of a product that is on sale and may be harvested. */
export async function openHarvest(
  actor: Actor,
  scope: Scope,
  { slug, ...harvest }: Omit<NewHarvest, "productId"> & { slug: string },
): Promise<Result<null, OpenHarvestCode>> {
  return inTransaction(async (tx) => {
    const product = await loadOwnProduct(tx, scope, slug);
    if (!product) return fail("product_not_found");
    if (product.status !== "published") return fail("product_not_published");
    if (!mayBeHarvested(product.ocopSet)) return fail("harvest_kind");
    const opened = await openList(tx, { ...harvest, productId: product.id });
    if (!opened.ok) return opened;
    if (!opened.value.isNew) return succeed(null);
    const { harvestFrom, harvestTo, closesOn, capCount, unitPriceVnd } = harvest;
    await recordAction(tx, {
      actor,
      action: "harvest.open",
      subject: { kind: "harvest", id: harvest.harvestId },
      after: { harvestFrom, harvestTo, closesOn, capCount, unitPriceVnd },
    });
    return succeed(null);
  });
}
