import fc from "fast-check";
import { checkouts, lineItems, orders } from "~db/schema/orders";
import { returnLines, returnRequests } from "~db/schema/returns";
import { ORDER_CHANNELS, ORDER_STATUSES } from "~/domain/orders/order-status";
import { isPaidAtDoor, PAYMENT_METHODS, soldBy } from "~/domain/orders/payment-methods";
import {
  recordDeliveredSale,
  type DeliveredSale,
} from "~/domain/statistics/record-delivered-sale.server";
import { recordReturnedSale } from "~/domain/statistics/record-returned-sale.server";
import type { Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import {
  addDays,
  addMonths,
  localDateOf,
  startOfDate,
  type LocalDate,
  type Month,
} from "~/platform/period";
import { insertTestHousehold, insertTestProduct, TEST_SHOP } from "./test-shop";

const DELIVERED_OFTEN = ["delivered", "delivered", "delivered", "delivered"] as const;
/** An order as it ended, at random. */
export const past = fc.record({
  seller: fc.integer({ min: 0, max: 3 }),
  status: fc.constantFrom(...ORDER_STATUSES, ...DELIVERED_OFTEN),
  channel: fc.constantFrom(...ORDER_CHANNELS, "web" as const),
  method: fc.constantFrom(...PAYMENT_METHODS),
  shippingVnd: fc.integer({ min: 0, max: 90_000 }),
  cash: fc.constantFrom("all", "some", "none"), // of what is due at the door
  // A border of months in Vietnam and some time around it, to the millisecond.
  border: fc.integer({ min: 1, max: 4 }),
  offsetMs: fc.oneof(
    fc.constantFrom(-1, 0, -25_200_000, 25_199_999),
    fc.integer({ min: -2e9, max: 2e9 }),
  ),
  lines: fc.array(
    fc.record({
      ocopSet: fc.constantFrom(1, 4, 11, 25, 26),
      stars: fc.constantFrom(0, 3, 4),
      quantity: fc.integer({ min: 1, max: 40 }),
      unitPriceVnd: fc.integer({ min: 1, max: 2_000_000 }),
      backCount: fc.integer({ min: 0, max: 40 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  // So many days after the delivery it comes back, in the same month or the next.
  back: fc.option(fc.record({ days: fc.integer({ min: 0, max: 35 }), withShipping: fc.boolean() })),
});
export type PastOrder = typeof past extends fc.Arbitrary<infer One> ? One : never;
export type Seller = { householdId: string; communeCode: string; productId: string };

/** Four of them in two communes. */
export async function insertSellers(): Promise<Seller[]> {
  const codes = [TEST_SHOP.communeCode, TEST_SHOP.secondCommuneCode];
  const sellers: Seller[] = [];
  for (const communeCode of [...codes, ...codes]) {
    const householdId = await insertTestHousehold({ communeCode });
    const productId = await insertTestProduct({ householdId, stockCount: 0 });
    sellers.push({ householdId, communeCode, productId });
  }
  return sellers;
}

/** Writes an order as it ended, and what came back of it, its figures as the shop keeps them. `first`: of its history. */
export async function livePast(
  tx: Transaction,
  one: PastOrder,
  { first, seller }: { first: Month; seller: Seller },
) {
  const { status, channel, method, shippingVnd } = one;
  const { householdId, communeCode, productId } = seller;
  const at = startOfDate(`${addMonths(first, one.border)}-01`) + one.offsetMs;
  const delivered = status === "delivered" ? at : null;
  const deliveredOn = delivered === null ? null : localDateOf(delivered);
  const lines = one.lines.map((line) => ({
    ...line,
    id: newId("lin"),
    totalVnd: line.quantity * line.unitPriceVnd,
  }));
  const itemsVnd = lines.reduce((sum, line) => sum + line.totalVnd, 0);
  const totalVnd = itemsVnd + shippingVnd;
  const doorVnd = { all: totalVnd, some: Math.ceil(totalVnd / 3), none: 0 }[one.cash];
  const cashVnd = isPaidAtDoor(method) ? doorVnd : 0;
  const checkoutId = newId("chk");
  const orderId = newId("ord");
  await tx.insert(checkouts).values({
    id: checkoutId,
    code: checkoutId,
    submissionKey: checkoutId,
    buyerName: "Trần Thị Hồng Nhung",
    buyerPhone: "0987654321",
    communeCode: TEST_SHOP.elsewhereCommuneCode,
    addressLine: "12 Ấp Bắc",
    language: "vi",
    status: "accepted",
    placedAt: at,
    method,
    channel,
    itemsVnd,
    shippingVnd,
    totalVnd,
  });
  await tx.insert(orders).values({
    id: orderId,
    code: orderId,
    commissionVnd: 0,
    placedAt: at,
    deliveredAt: delivered,
    checkoutId,
    householdId,
    sellerCommuneCode: communeCode,
    status,
    itemsVnd,
    shippingVnd,
    totalVnd,
    cashVnd,
    deliveredOn,
  });
  for (const { backCount: _back, ...line } of lines) {
    await tx.insert(lineItems).values({
      orderId,
      productId,
      ...line,
      productName: "Mật ong",
      packLabel: "chai",
      commissionBps: 0,
      commissionVnd: 0,
    });
  }
  if (deliveredOn === null) return;
  const whose = { communeCode, householdId, channel, method: soldBy({ method, cashVnd }) };
  await recordDeliveredSale(tx, { ...whose, deliveredOn, shippingVnd, lines });
  await bringBack(tx, one, { at, deliveredOn, orderId, lines, whose });
}

type Delivered = {
  at: number;
  deliveredOn: LocalDate;
  orderId: string;
  lines: readonly (PastOrder["lines"][number] & { id: string })[];
  whose: Pick<DeliveredSale, "communeCode" | "householdId" | "channel" | "method">;
};

/** What came back of it. */
async function bringBack(tx: Transaction, one: PastOrder, delivered: Delivered) {
  const { at, deliveredOn, orderId, lines, whose } = delivered;
  if (one.back === null) return;
  const back = lines
    .map((line) => ({ ...line, packCount: Math.min(line.backCount, line.quantity) }))
    .filter(({ packCount }) => packCount > 0)
    .map((line) => ({ ...line, returnedVnd: line.packCount * line.unitPriceVnd }));
  if (back.length === 0) return;
  const returnedOn = addDays(deliveredOn, one.back.days);
  const backVnd = one.back.withShipping ? one.shippingVnd : 0;
  const returnRequestId = newId("rtn");
  await tx.insert(returnRequests).values({
    id: returnRequestId,
    code: returnRequestId,
    orderId,
    status: "refunded",
    reason: "damaged",
    note: "",
    openedAt: at,
    refundVnd: back.reduce((sum, line) => sum + line.returnedVnd, backVnd),
    shippingVnd: backVnd,
    refundedOn: returnedOn,
  });
  for (const { id, packCount, returnedVnd } of back) {
    await tx.insert(returnLines).values({
      id: newId("rtl"),
      returnRequestId,
      lineItemId: id,
      askedCount: packCount,
      refundedCount: packCount,
      refundVnd: returnedVnd,
    });
  }
  await recordReturnedSale(tx, { ...whose, returnedOn, shippingVnd: backVnd, lines: back });
}
