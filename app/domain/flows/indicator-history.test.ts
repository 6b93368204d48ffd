import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkouts, lineItems, orders } from "~db/schema/orders";
import { monthlySales, monthlySellers } from "~db/schema/statistics";
import { ORDER_CHANNELS, ORDER_STATUSES } from "~/domain/orders/order-status";
import { isPaidAtDoor, PAYMENT_METHODS, soldBy } from "~/domain/orders/payment-methods";
import { readIndicatorSeries } from "~/domain/statistics/queries.server";
import { rebuildMonthlySales } from "~/domain/statistics/rebuild-monthly-sales.server";
import { recordDeliveredSale } from "~/domain/statistics/record-delivered-sale.server";
import { setClock } from "~/platform/clock.server";
import { inTransaction, rawReader, reader, type Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { localDateOf, startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { insertTestHousehold, insertTestProduct, insertTestShop, TEST_SHOP } from "./test-shop";

let close: () => void;

async function openShop() {
  close = openTestDatabase();
  setClock(startOfDate("2026-11-22"));
  await insertTestShop();
}

beforeEach(openShop);
afterEach(() => {
  setClock();
  close();
});

const BORDERS = ["2026-08-01", "2026-09-01", "2026-10-01", "2026-11-01"];
const history = fc.array(
  fc.record({
    seller: fc.integer({ min: 0, max: 3 }),
    status: fc.constantFrom(...ORDER_STATUSES, "delivered" as const, "delivered" as const),
    channel: fc.constantFrom(...ORDER_CHANNELS),
    method: fc.constantFrom(...PAYMENT_METHODS),
    shippingVnd: fc.integer({ min: 0, max: 90_000 }),
    cash: fc.constantFrom("all", "some", "none"), // of what is due at the door
    // A border of months in Vietnam and some time around it, to the millisecond.
    border: fc.constantFrom(...BORDERS),
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
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  { maxLength: 25 },
);
type Past = typeof history extends fc.Arbitrary<(infer One)[]> ? One : never;
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

/** Writes an order as it ended, and when it was delivered, its figures as the shop keeps them. */
async function live(tx: Transaction, past: Past, { householdId, communeCode, productId }: Seller) {
  const { status, channel, method, shippingVnd } = past;
  const at = startOfDate(past.border) + past.offsetMs;
  const delivered = status === "delivered" ? at : null;
  const deliveredOn = delivered === null ? null : localDateOf(delivered);
  const lines = past.lines.map((line) => ({
    ...line,
    totalVnd: line.quantity * line.unitPriceVnd,
  }));
  const itemsVnd = lines.reduce((sum, line) => sum + line.totalVnd, 0);
  const totalVnd = itemsVnd + shippingVnd;
  const doorVnd = { all: totalVnd, some: Math.ceil(totalVnd / 3), none: 0 }[past.cash];
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
    status,
    itemsVnd,
    shippingVnd,
    totalVnd,
    cashVnd,
    deliveredOn,
  });
  for (const line of lines) {
    await tx.insert(lineItems).values({
      id: newId("lin"),
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
  const sale = { deliveredOn, communeCode, householdId, channel, shippingVnd, lines };
  await recordDeliveredSale(tx, { ...sale, method: soldBy({ method, cashVnd }) });
}

async function readAggregates() {
  const sales = await reader().select().from(monthlySales);
  const sellers = await reader().select().from(monthlySellers);
  return [...sales, ...sellers].map((row) => JSON.stringify(row)).toSorted();
}

/** The month's figures from the orders themselves, in SQL of its own that shares nothing with the rooms. */
function recount(month: string) {
  const one = (sql: string) => {
    const row = rawReader().prepare<[string], { n: number }>(sql).get(month);
    return row?.n ?? 0;
  };
  const inMonth = `o.status = 'delivered'
    and strftime('%Y-%m', o.delivered_at / 1000, 'unixepoch', '+7 hours') = ?`;
  const tables = "orders o join checkouts c on c.id = o.checkout_id";
  const lines = `${tables} join line_items l on l.order_id = o.id`;
  const web = `${inMonth} and c.channel = 'web'`;
  const sumOf = (condition: string) =>
    one(
      `select coalesce(sum(l.quantity * l.unit_price_vnd), 0) n from ${lines} where ${condition}`,
    );
  const countOf = (condition: string) => one(`select count(*) n from ${tables} where ${condition}`);
  return {
    goods: sumOf(`${web} and l.ocop_set <> 26`),
    all: sumOf(web),
    services: sumOf(`${web} and l.ocop_set = 26`),
    assisted: sumOf(`${inMonth} and c.channel = 'assisted'`),
    wholesale: sumOf(`${inMonth} and c.channel = 'wholesale'`),
    cashless: sumOf(
      `${web} and (c.method in ('vietqr', 'mobile_money', 'card') or o.cash_vnd = 0)`,
    ),
    orders: countOf(web),
    cashlessOrders: countOf(
      `${web} and (c.method in ('vietqr', 'mobile_money', 'card') or o.cash_vnd = 0)`,
    ),
    assistedOrders: countOf(`${inMonth} and c.channel = 'assisted'`),
    wholesaleOrders: countOf(`${inMonth} and c.channel = 'wholesale'`),
    sellers: one(`select count(distinct o.household_id) n from ${tables} where ${web}`),
    shipping: one(`select coalesce(sum(o.shipping_vnd), 0) n from ${tables} where ${inMonth}`),
  };
}

async function expectRightFigures() {
  const kept = await readAggregates();
  for (const month of await readIndicatorSeries("2026-12")) {
    expect({
      goods: month.salesVnd.goods,
      all: month.salesVnd.goods_services,
      services: month.servicesVnd,
      assisted: month.assistedVnd,
      wholesale: month.wholesaleVnd,
      cashless: month.cashlessVnd,
      orders: month.orderCount,
      cashlessOrders: month.cashlessOrderCount,
      assistedOrders: month.assistedOrderCount,
      wholesaleOrders: month.wholesaleOrderCount,
      sellers: month.activeSellerCount,
      shipping: month.shippingVnd,
    }).toEqual(recount(month.month));
  }
  await inTransaction((tx) => rebuildMonthlySales(tx));
  expect(await readAggregates()).toEqual(kept);
}

describe("whatever the past was", () => {
  test("the kept figures are those of the orders, and a rebuild changes nothing", async () => {
    await fc.assert(
      fc.asyncProperty(history, async (pasts) => {
        close();
        await openShop();
        const sellers = await insertSellers();
        await inTransaction(async (tx) => {
          for (const past of pasts) {
            const seller = sellers[past.seller];
            if (seller) await live(tx, past, seller);
          }
        });
        await expectRightFigures();
      }),
      { numRuns: 15 },
    );
  });

  test("a rebuild mends figures that were spoiled", async () => {
    const [seller] = await insertSellers();
    const past: Past = {
      seller: 0,
      status: "delivered",
      channel: "web",
      method: "cod",
      cash: "all",
      shippingVnd: 0,
      border: "2026-10-01",
      offsetMs: 0,
      lines: [{ ocopSet: 4, stars: 0, quantity: 1, unitPriceVnd: 1_000 }],
    };
    await inTransaction(async (tx) => {
      if (seller) await live(tx, past, seller);
    });
    const right = await readAggregates();
    await inTransaction(async (tx) => {
      await tx.update(monthlySales).set({ itemsVnd: 7 });
      await tx.delete(monthlySellers);
    });
    expect(await readAggregates()).not.toEqual(right);
    expect(await inTransaction((tx) => rebuildMonthlySales(tx))).toBe(1);
    expect(await readAggregates()).toEqual(right);
  });
});
