import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { isService } from "~/domain/catalog/ocop-sets";
import { openContract, type NewContract } from "~/domain/contracts/open-contract.server";
import { findOpened } from "~/domain/contracts/queries-records.server";
import { linkKey } from "~/domain/identity/link-key.server";
import { actorNow } from "~/domain/identity/queries-departed.server";
import { loadOffers } from "~/domain/orders/queries-offers.server";
import { inTransaction } from "~/platform/db.server";
import { fail, succeed, type Result } from "~/platform/result";
import { findOwnSale } from "./find-own-sale.server";

export type PriceRequest = Omit<NewContract, "buyerId">;
export type RequestPriceCode =
  "submission_key_invalid" | "product_unavailable" | "own_product" | "sellers_phone";

/**
 * A buyer asks a household what many packs would cost. The same submission key answers the first question, whatever
 * else comes with it. `key` opens the buyer's page.
 */
export async function requestPrice(
  atDoor: Actor,
  request: PriceRequest,
): Promise<Result<{ code: string; key: string }, RequestPriceCode>> {
  // The answer to a known key opens a stranger's page: a short key could be tried out.
  if (!/^[A-Za-z0-9_-]{16,100}$/.test(request.submissionKey)) return fail("submission_key_invalid");
  return inTransaction(async (tx) => {
    const first = await findOpened(tx, request.submissionKey);
    if (first !== null) return succeed({ code: first, key: linkKey("contract", first) });
    const { householdId, asks } = request;
    const offers = await loadOffers(
      tx,
      asks.map((ask) => ask.productId),
    );
    const isSold = asks.every(({ productId }) => {
      const offer = offers.get(productId);
      // A contract of sale is about goods.
      const isGoods = offer !== undefined && !isService(offer.ocopSet);
      return isGoods && offer.offSale === null && offer.householdId === householdId;
    });
    if (!isSold) return fail("product_unavailable");
    const { buyerPhone } = request;
    const actor = await actorNow(tx, atDoor);
    const own = await findOwnSale(tx, actor, { sellerIds: [householdId], buyerPhone });
    if (own) return own;
    const { id, code } = await openContract(tx, { ...request, buyerId: actorIdOf(actor) });
    await recordAction(tx, {
      actor,
      action: "contract.request",
      subject: { kind: "contract", id },
      after: { code },
    });
    return succeed({ code, key: linkKey("contract", code) });
  });
}
