import { actorIdOf, type Actor } from "~/domain/audit/actor";
import { recordAction } from "~/domain/audit/record-action.server";
import { checkoutKey } from "~/domain/identity/checkout-key.server";
import { actorNow } from "~/domain/identity/queries-departed.server";
import type { CartLine } from "~/domain/orders/cart-line";
import { createCheckout, type CreatedCheckout } from "~/domain/orders/create-checkout.server";
import type { CashRefusalCode } from "~/domain/orders/cash-limits";
import {
  mergeLines,
  type OrderedQuantitiesCode,
  type OrderedQuantity,
} from "~/domain/orders/order-totals";
import { isPaidAtDoor, type PaymentMethod } from "~/domain/orders/payment-methods";
import { findSubmitted } from "~/domain/orders/queries-records.server";
import { generateOrderReference } from "~/domain/payments/order-reference";
import { commissionRateBps } from "~/domain/settlement/queries.server";
import { saleTaxOn } from "~/domain/settlement/queries-tax.server";
import { findVoucher, type VoucherRefusalCode } from "~/domain/vouchers/queries-records.server";
import { takeVoucher } from "~/domain/vouchers/take-voucher.server";
import type { Voucher } from "~/domain/vouchers/types";
import { now } from "~/platform/clock.server";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { randomBytes } from "~/platform/ids";
import { present } from "~/platform/invariant";
import type { Language } from "~/platform/language";
import { ZERO_VND, vnd } from "~/platform/money";
import { MINUTE_MS, localDateOf } from "~/platform/period";
import { fail, succeed, type Failure, type Result, type Success } from "~/platform/result";
import { findCashRefusal } from "./find-cash-refusal.server";
import { findOwnSale } from "./find-own-sale.server";
import { findRefusal, type CheckoutRefusal } from "./find-refusal.server";
import { priceCheckout, type ChosenPickups, type PricedCheckout } from "./price-checkout.server";
import { acceptPaidCheckout } from "./accept-paid-checkout.server";
import { isChangedSubmission } from "~/domain/orders/changed-submission";
import { secureCheckout } from "./secure-checkout.server";

export type CheckoutSubmission = {
  /** Made with the form, 16-100 letters, digits, `-` and `_`; it must be hard to guess. */
  submissionKey: string;
  /** With the prices that the buyer saw, where that is known. */
  lines: readonly CartLine[];
  buyerName: string;
  buyerPhone: string;
  communeCode: string;
  addressLine: string;
  note: string;
  method: PaymentMethod;
  /** What the buyer comes for; all else is sent. */
  pickups?: ChosenPickups;
  /** As it was typed; blank or absent: none. */
  voucherCode?: string;
  language: Language;
  /** What the buyer saw and agreed to pay, less what the voucher pays. */
  expectedTotalVnd: number;
};
export type PlacedCheckout = {
  code: string;
  /** Opens the buyer's page. */
  key: string;
  /** What it has packs of. */
  productIds: string[];
  /** The key had placed this checkout before, with other words or packs; these were not taken. */
  hasIgnoredChange: boolean;
};
export type PlaceCheckoutCode =
  | OrderedQuantitiesCode
  | CheckoutRefusal["code"]
  | CashRefusalCode
  | VoucherRefusalCode
  | "submission_key_invalid"
  | "own_product"
  | "sellers_phone";
type PlaceCheckoutFailure = Failure<PlaceCheckoutCode> & Pick<CheckoutRefusal, "priceChanges">;

/**
 * Places what a buyer submitted, at today's prices: holds the stock, opens the payment, and with cash at the
 * door hands the orders to the households. The same submission key answers the first checkout, whatever else
 * comes with it, and says whether that was something else (`hasIgnoredChange`). `not_enough_stock` says `{productName, availableCount}`, `sold_out` and
 * `not_shipped_there` `{productName}`, in the buyer's language, and `total_changed` `{totalVnd}`; `price_changed` comes with the lines
 * that changed.
 */
export async function placeCheckout(
  atDoor: Actor,
  submission: CheckoutSubmission,
): Promise<Success<PlacedCheckout> | PlaceCheckoutFailure> {
  // The answer to a known key opens a stranger's order page: a short key could be tried out.
  if (!/^[A-Za-z0-9_-]{16,100}$/.test(submission.submissionKey)) {
    return fail("submission_key_invalid");
  }
  return inTransaction(async (tx) => {
    const first = await findSubmitted(tx, submission.submissionKey);
    if (first) {
      return succeed({
        ...linkTo(first.code, first.lines),
        hasIgnoredChange: isChangedSubmission(submission, first),
      });
    }
    const lines = mergeLines(submission.lines);
    if (!lines.ok) return lines;
    const actor = await actorNow(tx, atDoor);
    const priced = await priceCheckout(tx, {
      lines: lines.value,
      communeCode: submission.communeCode,
      pickups: submission.pickups ?? {},
    });
    const discount = await discountOf(tx, submission, priced);
    if (!discount.ok) return discount;
    const voucher = discount.value;
    const voucherVnd = voucher?.amountVnd ?? ZERO_VND;
    // Of what a voucher pays all, nothing is left to choose a way for: it is as if a transfer had come.
    const isAllPaid = voucher !== null && voucherVnd === priced.totalVnd;
    const method = isAllPaid ? "vietqr" : submission.method;
    const asked = { ...submission, method };
    const placement = { submission: asked, priced, voucher, isAllPaid };
    const refusal =
      findRefusal(asked, { ...priced, voucherVnd }) ??
      (await findCashRefusal(tx, actor, { ...asked, lines: lines.value })) ??
      (await findOwnSale(tx, actor, {
        sellerIds: priced.households.map(({ householdId }) => householdId),
        buyerPhone: submission.buyerPhone,
      }));
    return refusal ?? place(tx, actor, placement);
  });
}

function linkTo(code: string, lines: readonly OrderedQuantity[]): PlacedCheckout {
  const productIds = lines.map((line) => line.productId);
  return { code, key: checkoutKey(code), productIds, hasIgnoredChange: false };
}

type Placement = {
  submission: CheckoutSubmission;
  priced: PricedCheckout;
  voucher: Voucher | null;
  /** By the voucher. */
  isAllPaid: boolean;
};

/** What the voucher that was typed is worth for these packs; null without one, and while nobody knows what they cost. */
async function discountOf(
  tx: Transaction,
  { voucherCode = "", buyerPhone }: CheckoutSubmission,
  { itemsVnd, totalVnd }: PricedCheckout,
): Promise<Result<Voucher | null, VoucherRefusalCode>> {
  if (voucherCode.trim() === "" || totalVnd === null) return succeed(null);
  return findVoucher(tx, { code: voucherCode, buyerPhone, itemsVnd, totalVnd });
}

async function place(
  tx: Transaction,
  actor: Actor,
  { submission, priced, voucher, isAllPaid }: Placement,
): Promise<Result<PlacedCheckout, "not_enough_stock" | "voucher_used_up">> {
  const { lines: _lines, expectedTotalVnd: _expected, pickups: _pickups, ...buyer } = submission;
  const isPrepaid = !isPaidAtDoor(submission.method);
  const checkout = await createCheckout(tx, {
    ...buyer,
    nextCode: () => generateOrderReference(randomBytes),
    actorId: actorIdOf(actor),
    buyerId: actorIdOf(actor),
    channel: "web",
    voucherVnd: vnd(voucher?.amountVnd ?? 0),
    payBy: isPrepaid ? now() + paymentMinutes(actor) * MINUTE_MS : null,
    commissionBps: await commissionRateBps(tx, localDateOf(now())),
    tax: await saleTaxOn(tx, localDateOf(now())),
    orders: priced.households.map(({ householdId, shippingVnd, pickupPoint, arrival, lines }) => ({
      householdId,
      pickupPoint,
      arrival,
      shippingVnd: present(shippingVnd, "an order without its shipping"),
      lines: lines.map(({ offer, quantity, unitPriceVnd }) => ({
        productId: offer.productId,
        productName: offer.name,
        productNameEn: offer.nameEn,
        packLabel: offer.packLabel,
        packLabelEn: offer.packLabelEn,
        ocopSet: offer.ocopSet,
        taxClass: offer.taxClass,
        stars: offer.stars,
        quantity,
        unitPriceVnd,
      })),
    })),
  });
  const secured = await secureCheckout(tx, checkout, {
    method: submission.method,
    nameOf: (productId) => nameOf(priced, productId),
  });
  if (!secured.ok) return secured;
  if (voucher) {
    const { programmeId, amountVnd } = voucher;
    const taken = await takeVoucher(tx, { programmeId, checkoutId: checkout.id, amountVnd });
    if (!taken.ok) return taken;
  }
  await recordPlacement(tx, actor, { checkout, method: submission.method, voucher });
  if (isAllPaid) await acceptPaidCheckout(tx, actor, checkout.id);
  const lineItems = checkout.orders.flatMap((order) => order.lineItems);
  return succeed(linkTo(checkout.code, lineItems));
}

/** How long stock is held for a transfer: for somebody whom we know longer than for a guest. */
function paymentMinutes(actor: Actor): number {
  const { PAYMENT_MINUTES, MEMBER_PAYMENT_MINUTES } = settings();
  return actor.kind === "user" ? MEMBER_PAYMENT_MINUTES : PAYMENT_MINUTES;
}

function nameOf({ lines }: PricedCheckout, productId: string): string {
  return lines.find(({ offer }) => offer.productId === productId)?.offer.name ?? "";
}

async function recordPlacement(
  tx: Transaction,
  actor: Actor,
  placed: { checkout: CreatedCheckout; method: PaymentMethod; voucher: Voucher | null },
) {
  const { checkout, method, voucher } = placed;
  await recordAction(tx, {
    actor,
    action: "checkout.place",
    subject: { kind: "checkout", id: checkout.id },
    after: {
      code: checkout.code,
      method,
      totalVnd: checkout.totalVnd,
      ...(voucher ? { voucherCode: voucher.code, voucherVnd: voucher.amountVnd } : {}),
    },
  });
}
