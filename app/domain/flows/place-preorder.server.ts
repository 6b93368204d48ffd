import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { linkKey } from "~/domain/identity/link-key.server";
import { actorNow } from "~/domain/identity/queries-departed.server";
import { addPreorder, type NewPreorder } from "~/domain/preorders/add-preorder.server";
import { mayBeHarvested } from "~/domain/preorders/harvest-status";
import { findAdded, loadActiveHarvest } from "~/domain/preorders/queries-records.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { findOwnSale } from "./find-own-sale.server";
import { priceCheckout } from "./price-checkout.server";

export type PlacePreorderCode =
  | "submission_key_invalid"
  | "product_unavailable"
  | "not_shipped_there"
  | "commune_unknown"
  | "harvest_closed"
  | "harvest_full"
  | "harvest_joined"
  | "own_product"
  | "sellers_phone";

/**
 * A buyer goes on the list of a product's harvest. Nothing is paid before the goods are there. The same submission key
 * answers the first place, whatever else comes with it. `key` opens the buyer's page.
 */
export async function placePreorder(
  atDoor: Actor,
  { productId, ...preorder }: Omit<NewPreorder, "buyerId"> & { productId: string },
): Promise<Result<{ code: string; key: string }, PlacePreorderCode>> {
  // The answer to a known key opens a stranger's page: a short key could be tried out.
  if (!/^[A-Za-z0-9_-]{16,100}$/.test(preorder.submissionKey)) {
    return fail("submission_key_invalid");
  }
  return inTransaction(async (tx) => {
    const first = await findAdded(tx, preorder.submissionKey);
    if (first !== null) return succeed({ code: first, key: linkKey("preorder", first) });
    const harvest = await loadActiveHarvest(tx, productId);
    if (!harvest) return fail("harvest_closed");
    const { packCount, communeCode, buyerPhone, language } = preorder;
    const priced = await priceCheckout(tx, {
      lines: [{ productId, quantity: packCount }],
      communeCode,
      pickups: {},
    });
    const [line] = priced.lines;
    if (!line || line.problem === "product_unavailable") return fail("product_unavailable");
    // Since the list was opened it has become drink, which asks for a licence and the buyer's age.
    if (!mayBeHarvested(line.offer.ocopSet)) return fail("harvest_closed");
    if (!priced.isCommuneKnown) return fail("commune_unknown");
    if (line.problem === "not_shipped_there") {
      const { name, nameEn } = line.offer;
      return fail("not_shipped_there", {
        productName: language === "en" ? (nameEn ?? name) : name,
      });
    }
    const actor = await actorNow(tx, atDoor);
    const own = await findOwnSale(tx, actor, { sellerIds: [harvest.householdId], buyerPhone });
    if (own) return own;
    const added = await addPreorder(tx, harvest, { ...preorder, buyerId: actorIdOf(actor) });
    if (!added.ok) return added;
    const { id, code } = added.value;
    await recordAction(tx, {
      actor,
      action: "preorder.place",
      subject: { kind: "preorder", id },
      after: { code, packCount },
    });
    return succeed({ code, key: linkKey("preorder", code) });
  });
}
