import { arrivalOf } from "../../../app/domain/fulfilment/arrival";
import {
  isFreeShipping,
  parcelGrams,
  shippingCost,
} from "../../../app/domain/fulfilment/shipping-cost";
import { rateIn } from "../../../app/domain/fulfilment/shipping-tariff";
import type { PickupPoint } from "../../../app/domain/households/shipping-rules";
import { hasFallenThrough } from "../../../app/domain/orders/order-progress";
import { orderCodeOf } from "../../../app/domain/orders/order-code";
import {
  checkoutTotals,
  orderTotals,
  type OrderTotals,
} from "../../../app/domain/orders/order-totals";
import type { OrderStatus } from "../../../app/domain/orders/order-status";
import { isPaidAtDoor, type PaymentMethod } from "../../../app/domain/orders/payment-methods";
import { taxClassOf } from "../../../app/domain/catalog/tax-class";
import { isService } from "../../../app/domain/catalog/ocop-sets";
import { present } from "../../../app/platform/invariant";
import { sumVnd, vnd, ZERO_VND } from "../../../app/platform/money";
import { localDateOf, MINUTE_MS } from "../../../app/platform/period";
import { shipments } from "../../schema/fulfilment";
import { checkouts, lineItems, orderEvents, orders } from "../../schema/orders";
import { prepareInsert } from "../insert-rows";
import { SAMPLE_COMMISSION_RULES } from "../reference/rates";
import type { DraftCheckout, DraftOrder } from "./draft-checkout";
import { drawTransfer, liveOrder, PAYMENT_MINUTES, type LifeWish } from "./order-life";
import type { LivedOrder } from "./lived-order";
import { createReferences } from "./sample-references";
import type { SampleBuyer } from "./sample-buyers";
import type { SampleWriter } from "./sample-writer";
import { sampleTariff } from "./sample-shipping";
import { starsOn } from "./seed-certificates";
import { createPaymentInsert } from "./write-payment";
import { createReservationInsert, type HeldPacks } from "./write-reservations";

export type CheckoutToWrite = {
  draft: DraftCheckout;
  buyer: SampleBuyer;
  /** The agent, when the order is typed in by one. */
  placedById: string | null;
  placedAt: number;
  until: LifeWish["until"];
};

const CARRIERS = [
  { carrier: "Viettel Post", prefix: "VTP" },
  { carrier: "VNPost", prefix: "EMS" },
  { carrier: "GHN", prefix: "GHN" },
  { carrier: "GHTK", prefix: "GHTK" },
];
const [{ rateBps: COMMISSION_BPS }] = SAMPLE_COMMISSION_RULES;
// Each buyer's zone is known.
const TARIFF = sampleTariff([]);

/** Writes one checkout a call with all that follows from it, as the flows would have; answers how many orders. */
export function createCheckoutInsert(writer: SampleWriter, held: HeldPacks) {
  const { connection, random, newId, day } = writer;
  const insertCheckout = prepareInsert(connection, checkouts);
  const insertOrder = createOrderInsert(writer);
  const insertPayment = createPaymentInsert(writer);
  const insertReservations = createReservationInsert(writer, held);
  const nextReference = createReferences(random);

  return ({ draft, buyer, placedById, placedAt, until }: CheckoutToWrite): number => {
    const { channel } = draft;
    const id = newId("chk", placedAt);
    const code = nextReference();
    const isCash = draft.method === "cod";
    const method = !isCash && FROM_A_WALLET.test(code) ? "mobile_money" : draft.method;
    const transferAt = isCash ? null : drawTransfer(random, { placedAt, until });
    const isNear = buyer.zone === "in_province";
    const life = { placedAt, endsAt: day.endsAt, isNear, until, transferAt };
    const lived = draft.orders.map((order, index): LivedOrder => {
      const moves = liveOrder(random, method, life);
      const pickupPoint = isCash ? null : pickupPointOf(order, buyer, code);
      return {
        id: newId("ord", placedAt),
        code: orderCodeOf(code, index + 1),
        draft: order,
        totals: priceOrder(order, { buyer, pickupPoint }),
        pickupPoint,
        arrival: arrivalAt(order, { buyer, pickupPoint }, placedAt),
        moves,
        status: present(moves.at(-1), "an order that never began").to,
        lineItemIds: order.lines.map(() => newId("lin", placedAt)),
      };
    });
    const totals = checkoutTotals(lived.map((order) => order.totals));
    const isUnpaid = lived.every((order) => order.status === "expired");
    insertCheckout({
      id,
      code,
      submissionKey: random.hex(16),
      buyerId: buyer.userId,
      buyerName: buyer.name,
      buyerPhone: buyer.phone,
      communeCode: buyer.communeCode,
      addressLine: buyer.addressLine,
      note: "",
      language: buyer.language,
      method,
      channel,
      status: isUnpaid ? "expired" : "accepted",
      ...totals,
      voucherVnd: 0,
      placedAt,
      payBy: isCash ? null : placedAt + PAYMENT_MINUTES * MINUTE_MS,
      isSample: true,
    });
    for (const order of lived) {
      insertOrder(order, {
        checkoutId: id,
        method,
        placedAt,
        placedById: placedById ?? buyer.userId,
      });
      insertReservations(order, placedAt);
    }
    insertPayment({ checkoutId: id, code, method, transferAt, placedAt, lived });
    return lived.length;
  };
}

// Of the transfers one in ten.
const FROM_A_WALLET = /^UQ[A-C]/;

// Of the letters and digits that references are made of about one in six.
const COMES_FOR_IT = /[2-6]$/;

/** Some buyers of the province who have paid come for it, where they may. */
function pickupPointOf({ household, lines }: DraftOrder, buyer: SampleBuyer, code: string) {
  const hasGoods = lines.some(({ product }) => !isService(product.details.set));
  const mayCome = buyer.zone === "in_province" && hasGoods && COMES_FOR_IT.test(code);
  return mayCome ? household.pickupPoint : null;
}

type Receiving = { buyer: SampleBuyer; pickupPoint: PickupPoint | null };

function priceOrder(order: DraftOrder, { buyer, pickupPoint }: Receiving): OrderTotals {
  const parcel = order.lines.map(({ product, quantity }) => ({
    ocopSet: product.details.set,
    weightGrams: product.details.weightGrams,
    packageSize: product.details.packageSize ?? null,
    quantity,
  }));
  const itemsVnd = sumVnd(
    order.lines.map(({ product, quantity }) => product.details.priceVnd * quantity),
  );
  const isFree =
    pickupPoint !== null || isFreeShipping(itemsVnd, order.household.freeShippingFromVnd);
  const grams = parcelGrams(parcel, TARIFF.volumetricDivisor);
  return orderTotals({
    lines: order.lines.map(({ product, quantity }) => ({
      unitPriceVnd: vnd(product.details.priceVnd),
      quantity,
      taxClass: taxClassOf(product.details.set),
    })),
    shippingVnd: isFree ? ZERO_VND : shippingCost(grams, rateIn(TARIFF, buyer.zone)),
    commissionBps: COMMISSION_BPS,
    tax: null, // nothing is withheld before the department says so
  });
}

function arrivalAt(order: DraftOrder, { buyer, pickupPoint }: Receiving, placedAt: number) {
  const isStay = order.lines.every(({ product }) => isService(product.details.set));
  if (isStay || pickupPoint !== null) return null;
  return arrivalOf(localDateOf(placedAt), { shipDays: null, zone: buyer.zone });
}

type Placement = {
  checkoutId: string;
  method: PaymentMethod;
  placedAt: number;
  placedById: string | null;
};

function createOrderInsert({ connection, random, newId }: SampleWriter) {
  const insertOrder = prepareInsert(connection, orders);
  const insertLine = prepareInsert(connection, lineItems);
  const insertEvent = prepareInsert(connection, orderEvents);
  const insertShipment = prepareInsert(connection, shipments);

  const insertParcel = (order: LivedOrder, shippedAt: number, deliveredAt: number | null) => {
    const isStay = order.draft.lines.every(({ product }) => isService(product.details.set));
    const isBrought = !isStay && order.pickupPoint === null;
    const { carrier, prefix } = random.pick(CARRIERS);
    const number = random.whole(100_000_000, 999_999_999);
    insertShipment({
      id: newId("shp", shippedAt),
      orderId: order.id,
      carrier: isBrought ? carrier : "",
      trackingCode: isBrought ? `${prefix}${number}` : "",
      shippedAt,
      deliveredAt,
      proof: null,
    });
  };

  return (order: LivedOrder, { checkoutId, method, placedAt, placedById }: Placement) => {
    const { id, code, draft, totals, moves, status } = order;
    const momentOf = (to: OrderStatus) => moves.find((move) => move.to === to)?.at ?? null;
    const [shippedAt, deliveredAt] = [momentOf("shipped"), momentOf("delivered")];
    const { lines: _lines, ...amounts } = totals;
    insertOrder({
      id,
      code,
      checkoutId,
      householdId: draft.household.id,
      sellerCommuneCode: draft.household.communeCode,
      status,
      statusReason: moves.at(-1)?.reason ?? null,
      statusBy: moves.at(-1)?.by ?? null,
      clockAt: null, // samples wait for whoever tries the desk out
      ...amounts,
      voucherVnd: 0,
      cashVnd: isPaidAtDoor(method) && !hasFallenThrough(status) ? totals.totalVnd : 0,
      pickupPoint: order.pickupPoint,
      arrivesFrom: order.arrival?.from ?? null,
      arrivesBy: order.arrival?.to ?? null,
      placedAt,
      confirmedAt: momentOf("confirmed"),
      shippedAt,
      deliveredAt,
      deliveredOn: deliveredAt === null ? null : localDateOf(deliveredAt),
    });
    draft.lines.forEach(({ product, quantity }, index) => {
      const line = present(totals.lines[index], "a line without its total");
      insertLine({
        id: present(order.lineItemIds[index], "a line without its id"),
        orderId: id,
        productId: product.id,
        productName: product.details.nameVi,
        productNameEn: product.details.nameEn,
        packLabel: product.details.packVi,
        packLabelEn: product.details.packEn,
        ocopSet: product.details.set,
        stars: starsOn(product.certificate, localDateOf(placedAt)),
        quantity,
        unitPriceVnd: product.details.priceVnd,
        ...line,
        voucherVnd: 0,
        commissionBps: COMMISSION_BPS,
      });
    });
    for (const { from, to, reason, by, at } of moves) {
      const memberId = by === "household" ? draft.household.memberId : null;
      insertEvent({
        id: newId("oev", at),
        orderId: id,
        fromStatus: from,
        toStatus: to,
        movedBy: by,
        reason,
        actorId: from === null ? placedById : memberId,
        occurredAt: at,
      });
    }
    if (shippedAt !== null) insertParcel(order, shippedAt, deliveredAt);
  };
}
