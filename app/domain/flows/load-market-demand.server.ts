import { listAskedPacks } from "~/domain/contracts/queries-asked-packs.server";
import { listWaitingPacks } from "~/domain/preorders/queries-waiting-packs.server";
import { isOfProduce } from "~/domain/supply/is-of-produce";
import type { MarketDemand } from "~/domain/supply/types";

const GRAMS_PER_KG = 1_000;

/**
 * What the market itself knows to be wanted of a kind: places on the lists of harvests, and packs whose price was asked.
 * Each is one household's already, so that the board does not count it.
 */
export async function loadMarketDemand(produceName: string): Promise<MarketDemand[]> {
  const waiting = await listWaitingPacks();
  const asked = await listAskedPacks();
  const all = [
    ...waiting.map((row) => ({ ...row, way: "preorder" as const })),
    ...asked.map((row) => ({ ...row, way: "price_request" as const })),
  ];
  return all
    .filter(({ productName }) => isOfProduce(productName, produceName))
    .map(({ id, way, productName, householdName, packs, grams }) => {
      const quantityKg = Math.round(grams / GRAMS_PER_KG);
      return { id, way, productName, householdName, packs, quantityKg };
    });
}
