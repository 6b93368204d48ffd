import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { monthlySales, provinceSales } from "~db/schema/statistics";
import { SYSTEM } from "~/domain/audit/actor";
import { countMonthAnew, recountMonth } from "~/domain/statistics/recount-month.server";
import { setClock } from "~/platform/clock.server";
import { inTransaction } from "~/platform/db.server";
import { startOfDate } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { recountPeriod } from "./recount-period.server";
import { readAggregates } from "./test-aggregates";
import { insertSellers, livePast, type PastOrder, type Seller } from "./test-past";
import { insertTestShop } from "./test-shop";

const MONTH = "2026-10";
/** Delivered on the second of the month after the first. */
const ORDER: PastOrder = {
  seller: 0,
  status: "delivered",
  channel: "web",
  method: "cod",
  cash: "all",
  shippingVnd: 5_000,
  border: 1,
  offsetMs: 86_400_000,
  lines: [{ ocopSet: 4, stars: 3, quantity: 2, unitPriceVnd: 1_000, backCount: 0 }],
  back: null,
};

let close: () => void;
let sellers: Seller[];

beforeEach(async () => {
  close = openTestDatabase();
  setClock(startOfDate("2026-11-22"));
  await insertTestShop();
  sellers = await insertSellers();
  await deliver(0);
  await deliver(1);
});
afterEach(() => {
  setClock();
  close();
});

async function deliver(seller: number, change: Partial<PastOrder> = {}) {
  const one = sellers[seller];
  if (!one) throw new Error("no such seller");
  await inTransaction((tx) =>
    livePast(tx, { ...ORDER, ...change }, { first: "2026-09", seller: one }),
  );
}

const spoil = (seller: number) =>
  inTransaction((tx) =>
    tx
      .update(monthlySales)
      .set({ itemsVnd: 7 })
      .where(eq(monthlySales.householdId, sellers[seller]?.householdId ?? "")),
  );

it("puts right what is wrong, and what moves beside it meanwhile stays", async () => {
  await spoil(0);
  const recount = await countMonthAnew(MONTH);
  expect(recount).toMatchObject({ recordCount: 2, orders: [] });
  expect(recount.sales).toMatchObject([{ kept: { itemsVnd: 7 }, counted: { itemsVnd: 2_000 } }]);
  await deliver(1); // another row of the same month
  const recounted = await inTransaction((tx) => recountMonth(tx, recount));
  expect(recounted).toEqual({ ok: true, value: { correctedCount: 1 } });
  const kept = await readAggregates();
  expect(await recountPeriod(SYSTEM, { month: MONTH })).toEqual({
    ok: true,
    value: { correctedCount: 0 },
  });
  expect(await readAggregates()).toEqual(kept);
});

it("refuses when the row that is wrong has moved since, and counts again", async () => {
  await spoil(0);
  const recount = await countMonthAnew(MONTH);
  await deliver(0);
  expect(await inTransaction((tx) => recountMonth(tx, recount))).toMatchObject({
    ok: false,
    code: "month_moved",
  });
  expect(await recountPeriod(SYSTEM, { month: MONTH })).toMatchObject({
    value: { correctedCount: 1 },
  });
  const again = await countMonthAnew(MONTH);
  expect(again).toMatchObject({ recordCount: 3, sales: [], orders: [] });
});

it("two at once do not put the same right twice", async () => {
  await spoil(0);
  const [one, two] = [await countMonthAnew(MONTH), await countMonthAnew(MONTH)];
  expect((await inTransaction((tx) => recountMonth(tx, one))).ok).toBe(true);
  expect((await inTransaction((tx) => recountMonth(tx, two))).ok).toBe(false);
  expect((await countMonthAnew(MONTH)).sales).toEqual([]);
});

it("finds rows that no order makes and rows that are missing, and the province's sums", async () => {
  const right = await readAggregates();
  await inTransaction(async (tx) => {
    await tx.update(monthlySales).set({ stars: 5 });
    await tx.update(provinceSales).set({ itemsVnd: 1 });
  });
  expect((await countMonthAnew(MONTH)).sales).toHaveLength(4);
  expect((await recountPeriod(SYSTEM, { month: MONTH })).ok).toBe(true);
  expect(await readAggregates()).toEqual(right);
});
