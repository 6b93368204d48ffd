import { eq, sql } from "drizzle-orm";
import { checkouts, lineItems, orderEvents, orders } from "~db/schema/orders";
import type { ProductTaxClass } from "~/domain/catalog/tax-class";
import type { PickupPoint } from "~/domain/households/shipping-rules";
import { now } from "~/platform/clock.server";
import { builtOnce, type Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { insertRow } from "~/platform/insert-row.server";
import { InvariantError, invariant, present } from "~/platform/invariant";
import { completeLanguageFor, type Language } from "~/platform/language";
import { ZERO_VND, vnd, type Vnd } from "~/platform/money";
import type { LocalDate } from "~/platform/period";
import { orderCodeOf } from "./order-code";
import { orderClock } from "./order-clocks";
import type { OrderChannel } from "./order-status";
import { checkoutTotals, orderTotals, type OrderTotals } from "./order-totals";
import type { SaleTax } from "./sale-tax";
import { isPaidAtDoor, type PaymentMethod } from "./payment-methods";
import { readSellerCommune } from "./queries-seller-commune.server";
import { shareVoucher, type VoucherShares } from "./voucher-shares";

export type NewLineItem = {
  productId: string;
  productName: string;
  productNameEn: string | null;
  packLabel: string;
  packLabelEn: string | null;
  ocopSet: number;
  taxClass: ProductTaxClass;
  stars: number;
  quantity: number;
  unitPriceVnd: Vnd;
};
export type NewOrder = {
  householdId: string;
  shippingVnd: Vnd;
  /** Frozen as it is now; null: the order is sent. */
  pickupPoint: PickupPoint | null;
  /** When it comes, as the buyer was told; null where nobody said. */
  arrival: { from: LocalDate; to: LocalDate } | null;
  lines: readonly NewLineItem[];
};
export type NewCheckout = {
  /** Makes an order reference; asked again, a few times, when the one it gave is taken. */
  nextCode: () => string;
  submissionKey: string;
  actorId: string | null;
  buyerId: string | null;
  buyerName: string;
  buyerPhone: string;
  communeCode: string;
  addressLine: string;
  note: string;
  language: Language;
  method: PaymentMethod;
  channel: OrderChannel;
  /** What of it a programme pays, at most all; nothing without. */
  voucherVnd?: Vnd;
  /** Until when the stock is held; null with cash at the door. */
  payBy: number | null;
  commissionBps: number;
  /** Of the day of the sale. */
  tax: SaleTax;
  /** One a household. */
  orders: readonly NewOrder[];
};
export type CreatedOrder = {
  id: string;
  code: string;
  householdId: string;
  arrivesBy: LocalDate | null;
  lineItems: { id: string; productId: string; quantity: number }[];
};
export type CreatedCheckout = {
  id: string;
  code: string;
  totalVnd: Vnd;
  /** What of it the buyer pays. */
  dueVnd: Vnd;
  orders: CreatedOrder[];
};

const CODE_ATTEMPTS = 5;

/**
 * Writes a checkout with its orders and frozen lines. Paid by transfer it waits for the money; paid at the
 * door it is accepted at once. Prices, stars and the rates of commission and tax are the caller's, from the database.
 * Throws when the submission key is taken: look it up first.
 */
export async function createCheckout(
  tx: Transaction,
  input: NewCheckout,
): Promise<CreatedCheckout> {
  invariant(
    new Set(input.orders.map((order) => order.householdId)).size === input.orders.length,
    "one order a household",
  );
  invariant(isPaidAtDoor(input.method) === (input.payBy === null), "a transfer has a deadline");
  const code = await findFreeCode(tx, input.nextCode);
  const priced = input.orders.map((order) => ({
    order,
    totals: orderTotals({ ...order, commissionBps: input.commissionBps, tax: input.tax }),
  }));
  const totals = checkoutTotals(priced.map(({ totals: amounts }) => amounts));
  const { voucherVnd = ZERO_VND } = input;
  const shares = shareVoucher(
    voucherVnd,
    priced.map(({ totals: amounts }) => amounts),
  );
  const id = newId("chk");
  await insertRow(tx, checkouts, {
    id,
    code,
    submissionKey: input.submissionKey,
    buyerId: input.buyerId,
    buyerName: input.buyerName,
    buyerPhone: input.buyerPhone,
    communeCode: input.communeCode,
    addressLine: input.addressLine,
    note: input.note,
    language: completeLanguageFor(input.language),
    method: input.method,
    channel: input.channel,
    status: isPaidAtDoor(input.method) ? "accepted" : "awaiting_payment",
    ...totals,
    voucherVnd,
    placedAt: now(),
    payBy: input.payBy,
  });
  const created: CreatedOrder[] = [];
  for (const [index, { order, totals: amounts }] of priced.entries()) {
    const orderCode = orderCodeOf(code, index + 1);
    const share = present(shares.orders[index], "an order without its share");
    const insert = { checkoutId: id, code: orderCode, order, totals: amounts, share, input };
    created.push(await insertOrder(tx, insert));
  }
  const dueVnd = vnd(totals.totalVnd - voucherVnd);
  return { id, code, totalVnd: totals.totalVnd, dueVnd, orders: created };
}

const selectCode = builtOnce((db) =>
  db
    .select({ id: checkouts.id })
    .from(checkouts)
    .where(eq(checkouts.code, sql.placeholder("code")))
    .limit(1)
    .prepare(),
);

async function findFreeCode(tx: Transaction, nextCode: () => string): Promise<string> {
  for (let attempt = 0; attempt < CODE_ATTEMPTS; attempt += 1) {
    const code = nextCode();
    const taken = await selectCode(tx).execute({ code });
    if (taken.length === 0) return code;
  }
  throw new InvariantError("no free order reference: the source of codes repeats itself");
}

type OrderInsert = {
  checkoutId: string;
  code: string;
  order: NewOrder;
  totals: OrderTotals;
  share: VoucherShares["orders"][number];
  input: NewCheckout;
};

async function insertOrder(tx: Transaction, insert: OrderInsert): Promise<CreatedOrder> {
  const { checkoutId, code, order, totals, share, input } = insert;
  const id = newId("ord");
  const status = isPaidAtDoor(input.method) ? "placed" : "awaiting_payment";
  await insertRow(tx, orders, {
    id,
    code,
    checkoutId,
    householdId: order.householdId,
    sellerCommuneCode: await readSellerCommune(tx, order.householdId),
    status,
    itemsVnd: totals.itemsVnd,
    shippingVnd: totals.shippingVnd,
    totalVnd: totals.totalVnd,
    voucherVnd: share.voucherVnd,
    commissionVnd: totals.commissionVnd,
    isTaxWithheld: totals.isTaxWithheld,
    shippingVatBps: totals.shippingVatBps,
    shippingPitBps: totals.shippingPitBps,
    vatVnd: totals.vatVnd,
    pitVnd: totals.pitVnd,
    cashVnd: isPaidAtDoor(input.method) ? totals.totalVnd - share.voucherVnd : 0,
    pickupPoint: order.pickupPoint,
    arrivesFrom: order.arrival?.from ?? null,
    arrivesBy: order.arrival?.to ?? null,
    placedAt: now(),
    clockAt: orderClock({ status, method: input.method }, now()),
  });
  const rows = order.lines.map((line, index) => ({
    id: newId("lin"),
    orderId: id,
    ...line,
    ...present(totals.lines[index], "a line without its total"),
    voucherVnd: present(share.lines[index], "a line without its share"),
    commissionBps: input.commissionBps,
  }));
  for (const row of rows) await insertRow(tx, lineItems, row);
  await insertRow(tx, orderEvents, {
    id: newId("oev"),
    orderId: id,
    fromStatus: null,
    toStatus: status,
    actorId: input.actorId,
    occurredAt: now(),
  });
  return {
    id,
    code,
    householdId: order.householdId,
    arrivesBy: order.arrival?.to ?? null,
    lineItems: rows.map((row) => ({
      id: row.id,
      productId: row.productId,
      quantity: row.quantity,
    })),
  };
}
