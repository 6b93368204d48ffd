import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { households } from "~db/schema/households";
import { checkouts, lineItems, orders } from "~db/schema/orders";
import { returnLines, returnRequests } from "~db/schema/returns";
import { monthlySales, monthlySellers, retailTotals } from "~db/schema/statistics";
import { ORDER_CHANNELS, ORDER_STATUSES } from "~/domain/orders/order-status";
import { isPaidAtDoor, PAYMENT_METHODS, soldBy } from "~/domain/orders/payment-methods";
import { FIGURE_CODES } from "~/domain/statistics/figure-codes";
import { figureDigits, figureOf } from "~/domain/statistics/figures";
import { readIndicatorSeries } from "~/domain/statistics/queries.server";
import { rebuildMonthlySales } from "~/domain/statistics/rebuild-monthly-sales.server";
import { recordDeliveredSale } from "~/domain/statistics/record-delivered-sale.server";
import { recordReturnedSale } from "~/domain/statistics/record-returned-sale.server";
import { RETAIL_KINDS, RETAIL_STAGES } from "~/domain/statistics/retail-stages";
import { setClock } from "~/platform/clock.server";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { addDays, addMonths, localDateOf, startOfDate, type Month } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { readAggregates } from "./test-aggregates";
import { recount } from "./test-recount";
import { insertTestHousehold, insertTestProduct, insertTestShop, TEST_SHOP } from "./test-shop";

/** Each history has months of its own, so that many are lived in one shop. */
const HISTORIES = 1_000;
const HISTORIES_OF_A_SHOP = 125;
const MONTHS_OF_A_HISTORY = 6;
const FIRST_MONTH: Month = "2026-08";

afterEach(() => setClock());

/** A shop with four sellers in two communes; answers them, and how it is closed. */
async function openShop(): Promise<{ close: () => void; sellers: Seller[] }> {
  const close = openTestDatabase();
  setClock(startOfDate("2026-11-22"));
  await insertTestShop();
  return { close, sellers: await insertSellers() };
}

const DELIVERED_OFTEN = ["delivered", "delivered", "delivered", "delivered"] as const;
const past = fc.record({
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
const total = fc.record({
  month: fc.integer({ min: 0, max: MONTHS_OF_A_HISTORY - 1 }),
  kind: fc.constantFrom(...RETAIL_KINDS),
  amountVnd: fc.integer({ min: 1, max: 9_000_000_000 }),
  stage: fc.constantFrom(...RETAIL_STAGES),
  published: fc.integer({ min: 0, max: 3 }),
  entered: fc.integer({ min: 0, max: 3 }),
});
const history = fc.record({
  pasts: fc.array(past, { maxLength: 12 }),
  totals: fc.array(total, { maxLength: 12 }),
});
type Past = typeof past extends fc.Arbitrary<infer One> ? One : never;
type Total = typeof total extends fc.Arbitrary<infer One> ? One : never;
type Seller = { householdId: string; communeCode: string; productId: string };

async function insertSellers(): Promise<Seller[]> {
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
async function live(
  tx: Transaction,
  one: Past,
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
  if (one.back === null) return;
  const back = lines
    .map((line) => ({ ...line, packCount: Math.min(line.backCount, line.quantity) }))
    .filter(({ packCount }) => packCount > 0)
    .map((line) => ({ ...line, returnedVnd: line.packCount * line.unitPriceVnd }));
  if (back.length === 0) return;
  const returnedOn = addDays(deliveredOn, one.back.days);
  const backVnd = one.back.withShipping ? shippingVnd : 0;
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

async function publish(tx: Transaction, one: Total, first: Month) {
  const { kind, amountVnd, stage, published, entered } = one;
  const month = addMonths(first, one.month);
  const publishedOn = addDays(`${addMonths(month, 1)}-06`, published);
  const enteredAt = startOfDate(publishedOn) + entered;
  const said = { kind, amountVnd, stage, source: "Thống kê tỉnh", publishedOn, enteredAt };
  await tx.insert(retailTotals).values({ id: newId("rtt"), month, ...said });
}

/** As pages and files take them. */
async function figuresOf(last: Month) {
  const months = (await readIndicatorSeries(last)).slice(-MONTHS_OF_A_HISTORY);
  return months.map((month) => ({
    month: month.month,
    ...Object.fromEntries(
      FIGURE_CODES.map((code) => [code, figureDigits(figureOf(code, month))] as const),
    ),
  }));
}

describe("whatever the past was", () => {
  test("every figure is that of the orders, and a rebuild changes nothing", async () => {
    const seed = Date.now() % 2 ** 31;
    const histories = fc.sample(history, { numRuns: HISTORIES, seed });
    expect(histories).toHaveLength(HISTORIES);
    const reached = { below: 0, shares: 0, sales: 0 };
    for (let begin = 0; begin < HISTORIES; begin += HISTORIES_OF_A_SHOP) {
      const { close, sellers } = await openShop();
      try {
        for (const [i, { pasts, totals }] of histories
          .slice(begin, begin + HISTORIES_OF_A_SHOP)
          .entries()) {
          const first = addMonths(FIRST_MONTH, i * MONTHS_OF_A_HISTORY);
          await inTransaction(async (tx) => {
            for (const one of pasts) {
              const seller = sellers[one.seller];
              if (seller) await live(tx, one, { first, seller });
            }
            for (const one of totals) await publish(tx, one, first);
          });
          const last = addMonths(first, MONTHS_OF_A_HISTORY - 1);
          const figures = await figuresOf(last);
          const recounted = figures.map(({ month }) => ({ month, ...recount(month) }));
          expect(figures, `seed ${seed}, history ${begin + i}`).toEqual(recounted);
          for (const one of recounted as Record<string, string>[]) {
            if (one["sales_goods"]?.startsWith("-")) reached.below += 1;
            if (one["share_goods"] !== "" && one["sales_goods"] !== "0") reached.shares += 1;
            if (one["sales_goods_services"] !== "0") reached.sales += 1;
          }
        }
        const kept = await readAggregates();
        await inTransaction(async (tx) => {
          // Whoever moves takes none of the past along.
          await tx.update(households).set({ communeCode: TEST_SHOP.secondCommuneCode });
          return rebuildMonthlySales(tx);
        });
        expect(await readAggregates(), `seed ${seed}`).toEqual(kept);
      } finally {
        close();
      }
    }
    // The histories are worth the name: months below zero, with shares, with sales.
    expect(Math.min(reached.below / 10, reached.shares / 100, reached.sales / 100)).toBeGreaterThan(
      1,
    );
  }, 240_000);

  test("a rebuild mends figures that were spoiled", async () => {
    const { close, sellers } = await openShop();
    const one: Past = {
      seller: 0,
      status: "delivered",
      channel: "web",
      method: "cod",
      cash: "all",
      shippingVnd: 0,
      border: 2,
      offsetMs: 0,
      lines: [{ ocopSet: 4, stars: 0, quantity: 1, unitPriceVnd: 1_000, backCount: 0 }],
      back: null,
    };
    await inTransaction(async (tx) => {
      for (const seller of sellers.slice(0, 1)) await live(tx, one, { first: FIRST_MONTH, seller });
    });
    const right = await readAggregates();
    await inTransaction(async (tx) => {
      await tx.update(monthlySales).set({ itemsVnd: 7 });
      await tx.delete(monthlySellers);
    });
    expect(await readAggregates()).not.toEqual(right);
    expect(await inTransaction((tx) => rebuildMonthlySales(tx))).toBe(1);
    expect(await readAggregates()).toEqual(right);
    close();
  });
});
