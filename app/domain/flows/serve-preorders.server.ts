import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import type { LotsOfHarvest } from "~/domain/catalog/hold-packs.server";
import { countFreePacks } from "~/domain/catalog/queries-stock.server";
import { createCheckout } from "~/domain/orders/create-checkout.server";
import type { Offer } from "~/domain/orders/types";
import { generateOrderReference } from "~/domain/payments/order-reference";
import { firstDayOf, mayBeHarvested } from "~/domain/preorders/harvest-status";
import { PAY_WITHIN_DAYS, type PreorderMover } from "~/domain/preorders/preorder-status";
import { listWaiting, loadActiveHarvest } from "~/domain/preorders/queries-records.server";
import { transitionPreorder } from "~/domain/preorders/transition-preorder.server";
import type { HarvestRecord, PreorderRecord } from "~/domain/preorders/types";
import { commissionRateBps } from "~/domain/settlement/queries.server";
import { saleTaxOn } from "~/domain/settlement/queries-tax.server";
import { now } from "~/platform/clock.server";
import type { Transaction } from "~/platform/db.server";
import { newToken, randomBytes } from "~/platform/ids";
import { invariant, present } from "~/platform/invariant";
import { vnd } from "~/platform/money";
import { DAY_MS, addDays, localDateOf } from "~/platform/period";
import { priceCheckout } from "./price-checkout.server";
import { secureCheckout } from "./secure-checkout.server";

/** A lot that serves more goes on at the timer's next round. */
const SERVED_AT_ONCE_MAX = 200;

/**
 * Gives the packs that lots of this harvest have free now to who waits for its harvest: in the order in which they came, passing over
 * who wants more than is left. Each gets an order at the promised price, its packs held for two days, to be paid by
 * transfer. Whoever adds packs calls it in the same transaction, so that nobody in the shop comes before the list.
 */
export async function servePreorders(
  tx: Transaction,
  actor: Actor,
  productId: string,
): Promise<{ servedCount: number }> {
  const harvest = await loadActiveHarvest(tx, productId);
  if (!harvest) return { servedCount: 0 };
  const by: PreorderMover = actor.kind === "user" ? "household" : "clock";
  let servedCount = 0;
  const from = { enteredSince: harvest.openedAt, madeSince: firstDayOf(harvest.harvestFrom) };
  let freeCount = await countFreePacks(tx, productId, from);
  const fitting = { packsAtMost: freeCount, limit: SERVED_AT_ONCE_MAX };
  for (const preorder of await listWaiting(tx, harvest.id, fitting)) {
    if (freeCount === 0) break;
    if (preorder.packCount > freeCount) continue;
    if (!(await serve(tx, actor, { harvest, preorder, by, from }))) continue;
    freeCount -= preorder.packCount;
    servedCount += 1;
  }
  return { servedCount };
}

async function serve(
  tx: Transaction,
  actor: Actor,
  of: {
    harvest: HarvestRecord;
    preorder: PreorderRecord;
    by: PreorderMover;
    from: LotsOfHarvest;
  },
): Promise<boolean> {
  const { harvest, preorder, by, from } = of;
  const { packCount, communeCode } = preorder;
  const priced = await priceCheckout(tx, {
    lines: [{ productId: harvest.productId, quantity: packCount }],
    communeCode,
    pickups: {},
    promisedVnd: vnd(harvest.unitPriceVnd),
  });
  const line = present(priced.lines[0], "a harvest of a product");
  const { shippingVnd = null, arrival = null } = priced.households[0] ?? {};
  // The shop is closed, or does not send there any more: its household sees it wait.
  if (line.problem !== null || shippingVnd === null) return false;
  if (!mayBeHarvested(line.offer.ocopSet)) return false;
  const unitPriceVnd = vnd(harvest.unitPriceVnd);
  const { buyerId, buyerName, buyerPhone, addressLine, language } = preorder;
  const checkout = await createCheckout(tx, {
    nextCode: () => generateOrderReference(randomBytes),
    submissionKey: newToken(),
    actorId: actorIdOf(actor),
    buyerId,
    buyerName,
    buyerPhone,
    communeCode,
    addressLine,
    note: preorder.code,
    language,
    method: "vietqr",
    channel: "web",
    payBy: now() + PAY_WITHIN_DAYS * DAY_MS,
    commissionBps: await commissionRateBps(tx, localDateOf(now())),
    tax: await saleTaxOn(tx, localDateOf(now())),
    orders: [
      {
        householdId: harvest.householdId,
        shippingVnd,
        pickupPoint: null,
        arrival: arrival && { ...arrival, to: addDays(arrival.to, PAY_WITHIN_DAYS) },
        lines: [{ ...soldAs(line.offer), quantity: packCount, unitPriceVnd }],
      },
    ],
  });
  const secured = await secureCheckout(tx, checkout, {
    method: "vietqr",
    nameOf: () => line.offer.name,
    from,
  });
  invariant(secured.ok, "packs that were counted are there, within one transaction");
  const move = { to: "served", by, actorId: actorIdOf(actor), checkoutId: checkout.id } as const;
  const moved = await transitionPreorder(tx, preorder, move);
  invariant(moved.ok, "who waits can be served");
  await recordAction(tx, {
    actor,
    action: "preorder.serve",
    subject: { kind: "preorder", id: preorder.id },
    after: { checkoutCode: checkout.code, totalVnd: checkout.totalVnd },
  });
  return true;
}

/** As the product is called on the day on which it is sold. */
function soldAs(offer: Offer) {
  const { productId, name, nameEn, packLabel, packLabelEn, ocopSet, taxClass, stars } = offer;
  return {
    productId,
    productName: name,
    productNameEn: nameEn,
    packLabel,
    packLabelEn,
    ocopSet,
    taxClass,
    stars,
  };
}
