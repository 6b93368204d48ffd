import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { linkCheckout } from "~/domain/contracts/link-checkout.server";
import {
  countDeliveries,
  countProgress,
  findContractOf,
  loadContract,
  loadOffer,
} from "~/domain/contracts/queries-records.server";
import type { ContractRecord, OfferRecord } from "~/domain/contracts/types";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { createCheckout, type NewLineItem } from "~/domain/orders/create-checkout.server";
import { isPaidAtDoor } from "~/domain/orders/payment-methods";
import { loadOffers } from "~/domain/orders/queries-offers.server";
import { findCheckoutId, findSubmitted } from "~/domain/orders/queries-records.server";
import { generateOrderReference } from "~/domain/payments/order-reference";
import { commissionRateBps } from "~/domain/settlement/queries.server";
import { saleTaxOn } from "~/domain/settlement/queries-tax.server";
import { now } from "~/platform/clock.server";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { randomBytes } from "~/platform/ids";
import { DAY_MS, localDateOf } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { secureCheckout } from "./secure-checkout.server";
import { requireSold, type RequireSoldCode } from "./require-sold";

export type ContractDelivery = {
  code: string;
  /** Made with the form: the same form sent twice places one order. */
  submissionKey: string;
  /** Packs by product; 0: none this time. */
  packs: readonly { productId: string; packCount: number }[];
};
export type OrderFromContractCode =
  | "contract_not_found"
  | "move_not_allowed"
  | "contract_delivery_empty"
  | "contract_packs_exceeded"
  | "contract_deliveries_exceeded"
  | "contract_time_over"
  | "contract_pack_changed"
  | RequireSoldCode
  | "not_enough_stock";

/**
 * A household prepares a delivery under a concluded contract: an order at the agreed prices, its packs held, to be paid as
 * agreed. Never more than is left of the contract (`contract_packs_exceeded` says `{productName, leftCount}`), nor than is
 * in stock (`not_enough_stock` says `{productName, availableCount}`), nor in more deliveries, nor after the last day, nor in
 * another pack than was agreed.
 */
export async function orderFromContract(
  actor: Actor,
  scope: Scope,
  delivery: ContractDelivery,
): Promise<Result<{ checkoutCode: string }, OrderFromContractCode>> {
  return inTransaction(async (tx) => {
    const contract = await loadContract(tx, delivery.code);
    if (!contract || !isInScope(scope, contract.householdId)) return fail("contract_not_found");
    const first = await findSubmitted(tx, delivery.submissionKey);
    if (first) {
      const placed = await findCheckoutId(tx, first.code);
      const isMine = placed && (await findContractOf(tx, placed.id)) === contract.code;
      return isMine ? succeed({ checkoutCode: first.code }) : fail("move_not_allowed");
    }
    const offer = await loadOffer(tx, contract.id);
    if (contract.status !== "concluded" || !offer) return fail("move_not_allowed");
    if (localDateOf(now()) > offer.deliverBy) return fail("contract_time_over");
    if ((await countDeliveries(tx, contract.id)) >= offer.deliveriesMax) {
      return fail("contract_deliveries_exceeded");
    }
    const lines = await readLines(tx, { contract, offer, delivery });
    if (!lines.ok) return lines;
    const checkout = await createCheckout(tx, {
      ...placementOf(contract, offer),
      submissionKey: delivery.submissionKey,
      nextCode: () => generateOrderReference(randomBytes),
      actorId: actorIdOf(actor),
      commissionBps: await commissionRateBps(tx, localDateOf(now())),
      tax: await saleTaxOn(tx, localDateOf(now())),
      orders: [
        {
          householdId: contract.householdId,
          shippingVnd: offer.shippingVnd,
          pickupPoint: null,
          arrival: null, // the contract says by when
          lines: lines.value,
        },
      ],
    });
    await linkCheckout(tx, { contractId: contract.id, checkoutId: checkout.id });
    const secured = await secureCheckout(tx, checkout, {
      method: offer.method,
      nameOf: (id) => lines.value.find((line) => line.productId === id)?.productName ?? "",
    });
    if (!secured.ok) return secured;
    await recordAction(tx, {
      actor,
      action: "contract.order",
      subject: { kind: "contract", id: contract.id },
      after: { checkoutCode: checkout.code, totalVnd: checkout.totalVnd },
    });
    return succeed({ checkoutCode: checkout.code });
  });
}

/** Who buys, where to, and by when it is to be paid: as the contract has it. */
function placementOf(contract: ContractRecord, { method, paymentDays }: OfferRecord) {
  const { buyerId, buyerName, buyerPhone, communeCode, addressLine, language } = contract;
  return {
    buyerId,
    buyerName,
    buyerPhone,
    communeCode,
    addressLine,
    language,
    note: `${contract.code}: ${contract.representative}`,
    method,
    channel: "wholesale",
    payBy: isPaidAtDoor(method) ? null : now() + paymentDays * DAY_MS,
  } as const;
}

async function readLines(
  tx: Transaction,
  {
    contract,
    offer,
    delivery,
  }: { contract: ContractRecord; offer: OfferRecord; delivery: ContractDelivery },
): Promise<Result<NewLineItem[], OrderFromContractCode>> {
  const progress = await countProgress(tx, contract.id);
  const sold = await loadOffers(
    tx,
    offer.lines.map((line) => line.productId),
  );
  const lines: NewLineItem[] = [];
  for (const line of offer.lines) {
    const { productId, productName, packLabel: agreedLabel, quantity, unitPriceVnd } = line;
    const asked = delivery.packs.find((one) => one.productId === productId)?.packCount ?? 0;
    if (asked === 0) continue;
    const ordered = progress.find((one) => one.productId === productId)?.orderedCount ?? 0;
    const leftCount = quantity - ordered;
    if (asked > leftCount) return fail("contract_packs_exceeded", { productName, leftCount });
    const found = requireSold(sold.get(productId));
    if (!found.ok) return found;
    const product = found.value;
    if (product.packLabel !== agreedLabel) return fail("contract_pack_changed", { productName });
    const { nameEn: productNameEn, packLabel, packLabelEn, ocopSet, taxClass, stars } = product;
    const asSold = { productNameEn, packLabel, packLabelEn, ocopSet, taxClass, stars };
    lines.push({ productId, productName, ...asSold, quantity: asked, unitPriceVnd });
  }
  return lines.length === 0 ? fail("contract_delivery_empty") : succeed(lines);
}
