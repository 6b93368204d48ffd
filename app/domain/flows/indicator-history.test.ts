import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { SYSTEM } from "~/domain/audit/actor";
import { households } from "~db/schema/households";
import { monthlySales, monthlySellers, retailTotals } from "~db/schema/statistics";
import type { DisclosedMonth } from "~/domain/statistics/disclosed-month";
import { FIGURE_CODES } from "~/domain/statistics/figure-codes";
import { figureDigits, figureOf } from "~/domain/statistics/figures";
import { readIndicatorSeries } from "~/domain/statistics/queries.server";
import { RETAIL_KINDS, RETAIL_STAGES } from "~/domain/statistics/retail-stages";
import { takeSnapshot } from "~/domain/statistics/take-snapshot.server";
import type { IndicatorMonth } from "~/domain/statistics/types";
import { setClock } from "~/platform/clock.server";
import { inTransaction, type Transaction } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { addDays, addMonths, startOfDate, type Month } from "~/platform/period";
import { openTestDatabase } from "~/platform/test-database.server";
import { recountAll } from "./recount-all.server";
import { insertSellers, livePast, past, type PastOrder, type Seller } from "./test-past";
import { readAggregates } from "./test-aggregates";
import { recount, recountBreakdowns } from "./test-recount";
import { insertTestShop, TEST_SHOP } from "./test-shop";

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
type Total = typeof total extends fc.Arbitrary<infer One> ? One : never;

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
  return months.map(digitsOf);
}

function digitsOf(month: IndicatorMonth) {
  const digits = FIGURE_CODES.map((code) => [code, figureDigits(figureOf(code, month))] as const);
  return { month: month.month, ...Object.fromEntries(digits) };
}

/** Every cell of the breakdowns is what the orders make, and none is missing; answers how many there were. */
function checkCells(
  disclosed: DisclosedMonth,
  recounted: ReturnType<typeof recountBreakdowns>,
  where: string,
): number {
  const nothing = { salesVnd: 0, sellerCount: 0, orderCount: 0 };
  for (const cell of disclosed.cells) {
    const { dimension, code, salesVnd, sellerCount, orderCount } = cell;
    const expected = recounted.get(`${dimension} ${code}`) ?? nothing;
    const found = { salesVnd, sellerCount, orderCount: orderCount ?? 0 };
    expect(found, `${where}, ${dimension} ${code}`).toEqual(expected);
  }
  const listed = new Set(disclosed.cells.map(({ dimension, code }) => `${dimension} ${code}`));
  // A month without goods has no breakdown of them, though it may have orders of services.
  const isEmpty = [...recounted.values()].every(
    ({ salesVnd, sellerCount }) => salesVnd === 0 && sellerCount === 0,
  );
  const missing = [...recounted.keys()].filter((key) => !listed.has(key));
  if (!isEmpty) expect(missing, where).toEqual([]);
  return disclosed.cells.length;
}

describe("whatever the past was", () => {
  test("every figure is that of the orders, and a rebuild changes nothing", async () => {
    const seed = Date.now() % 2 ** 31;
    const histories = fc.sample(history, { numRuns: HISTORIES, seed });
    expect(histories).toHaveLength(HISTORIES);
    const reached = { below: 0, shares: 0, sales: 0, cells: 0 };
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
              if (seller) await livePast(tx, one, { first, seller });
            }
            for (const one of totals) await publish(tx, one, first);
          });
          const last = addMonths(first, MONTHS_OF_A_HISTORY - 1);
          const figures = await figuresOf(last);
          const recounted = figures.map(({ month }) => ({ month, ...recount(month) }));
          expect(figures, `seed ${seed}, history ${begin + i}`).toEqual(recounted);
          // What would be frozen of a month is the same, counted from the orders without what is kept of them.
          const { month, measured, disclosed, isAsKept } = await takeSnapshot(
            addMonths(first, 1 + (i % 4)),
          );
          expect(recounted).toContainEqual(digitsOf(measured));
          expect(isAsKept).toBe(true);
          reached.cells += checkCells(
            disclosed,
            recountBreakdowns(month),
            `seed ${seed}, ${month}`,
          );
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
        });
        const recounted = await recountAll(SYSTEM);
        expect(recounted.correctedCount, `seed ${seed}`).toBe(0);
        expect(await readAggregates(), `seed ${seed}`).toEqual(kept);
      } finally {
        close();
      }
    }
    // The histories are worth the name: months below zero, with shares, with sales.
    expect(
      Math.min(
        reached.below / 10,
        reached.shares / 100,
        reached.sales / 100,
        reached.cells / 1_000,
      ),
    ).toBeGreaterThan(1);
  }, 240_000);

  test("a rebuild mends figures that were spoiled", async () => {
    const { close, sellers } = await openShop();
    const one: PastOrder = {
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
      for (const seller of sellers.slice(0, 1))
        await livePast(tx, one, { first: FIRST_MONTH, seller });
    });
    const right = await readAggregates();
    await inTransaction(async (tx) => {
      await tx.update(monthlySales).set({ itemsVnd: 7 });
      await tx.delete(monthlySellers);
    });
    expect(await readAggregates()).not.toEqual(right);
    expect(await recountAll(SYSTEM)).toEqual({ monthCount: 1, recordCount: 1, correctedCount: 2 });
    expect(await readAggregates()).toEqual(right);
    close();
  });
});
