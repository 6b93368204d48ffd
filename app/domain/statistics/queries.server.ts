import { and, asc, count, desc, eq, gt, gte, lte, max, sql, sum } from "drizzle-orm";
import { users } from "~db/schema/identity";
import { monthlySales, monthlySellers, retailTotals } from "~db/schema/statistics";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import { addMonths, localDateOf, monthOf, monthsUntil, type Month } from "~/platform/period";
import {
  COUNTED_CHANNEL,
  measureMonth,
  withholdIfSmall,
  type OrdersSum,
  type SalesSum,
  type SellersSum,
} from "./indicator";
import { chooseVintages, type VintagesInUse } from "./retail-vintages";
import type { IndicatorMonth, RetailTotal, RetailTotalVintage } from "./types";

/** A year and the month it is compared with. */
const SERIES_MONTHS = 13;
// 26 sets x 2 channels x 2 methods a month, with room for more of each.
const SUMS_MAX = SERIES_MONTHS * 26 * 20;
const VINTAGES_MAX = 1_000;

/** The month that runs now, in Vietnam. */
export function currentMonth(): Month {
  return monthOf(localDateOf(now()));
}

/** The last month that is over. */
export function latestCompleteMonth(): Month {
  return addMonths(currentMonth(), -1);
}

/**
 * The 13 months that end with `last`, oldest first: the first is the same month of the year before. Reads kept
 * aggregates only, so its time does not grow with the number of orders.
 */
export async function readIndicatorSeries(last: Month): Promise<IndicatorMonth[]> {
  const months = monthsUntil(last, SERIES_MONTHS);
  const first = months[0] ?? last;
  const [sales, orders, sellers, vintages] = await Promise.all([
    sumSales(first, last),
    sumOrders(first, last),
    sumSellers(first, last),
    readVintagesInUse(first, last),
  ]);
  return months.map((month) =>
    measureMonth({
      month,
      sales: sales.get(month) ?? [],
      orders: orders.get(month) ?? [],
      sellers: sellers.get(month) ?? { sellerCount: 0, largestVnd: 0 },
      retailTotals: {
        goods: vintages.get(`${month} goods`) ?? null,
        goods_services: vintages.get(`${month} goods_services`) ?? null,
      },
    }),
  );
}

/** The same for everybody to read: months with too few sellers behind them come without their sales. */
export async function readPublicSeries(last: Month): Promise<IndicatorMonth[]> {
  return (await readIndicatorSeries(last)).map(withholdIfSmall);
}

async function sumSales(first: Month, last: Month): Promise<Map<Month, SalesSum[]>> {
  const rows = await reader()
    .select({
      month: monthlySales.month,
      channel: monthlySales.channel,
      method: monthlySales.method,
      ocopSet: monthlySales.ocopSet,
      itemsVnd: sum(monthlySales.itemsVnd).mapWith(Number),
      returnedVnd: sum(monthlySales.returnedVnd).mapWith(Number),
    })
    .from(monthlySales)
    .where(and(gte(monthlySales.month, first), lte(monthlySales.month, last)))
    .groupBy(monthlySales.month, monthlySales.channel, monthlySales.method, monthlySales.ocopSet)
    .limit(SUMS_MAX);
  return byMonth(rows);
}

async function sumOrders(first: Month, last: Month): Promise<Map<Month, OrdersSum[]>> {
  const rows = await reader()
    .select({
      month: monthlySellers.month,
      channel: monthlySellers.channel,
      method: monthlySellers.method,
      orderCount: sum(monthlySellers.orderCount).mapWith(Number),
      shippingVnd: sum(
        sql`${monthlySellers.shippingVnd} - ${monthlySellers.returnedShippingVnd}`,
      ).mapWith(Number),
    })
    .from(monthlySellers)
    .where(and(gte(monthlySellers.month, first), lte(monthlySellers.month, last)))
    .groupBy(monthlySellers.month, monthlySellers.channel, monthlySellers.method)
    .limit(SUMS_MAX);
  return byMonth(rows);
}

/** Counted sales only, as `monthly_sellers` keeps them by household. */
async function sumSellers(first: Month, last: Month): Promise<Map<Month, SellersSum>> {
  const perSeller = reader()
    .select({
      month: monthlySellers.month,
      householdId: monthlySellers.householdId,
      itemsVnd: sum(monthlySellers.itemsVnd).as("seller_items_vnd"),
    })
    .from(monthlySellers)
    .where(
      and(
        eq(monthlySellers.channel, COUNTED_CHANNEL),
        gt(monthlySellers.orderCount, 0), // who only took goods back that month sold nothing
        gte(monthlySellers.month, first),
        lte(monthlySellers.month, last),
      ),
    )
    .groupBy(monthlySellers.month, monthlySellers.householdId)
    .as("per_seller");
  const rows = await reader()
    .select({
      month: perSeller.month,
      sellerCount: count(),
      largestVnd: max(perSeller.itemsVnd).mapWith(Number),
    })
    .from(perSeller)
    .groupBy(perSeller.month)
    .limit(SERIES_MONTHS);
  return new Map(
    rows.map(({ month, sellerCount, largestVnd }) => [
      month,
      { sellerCount, largestVnd: largestVnd ?? 0 },
    ]),
  );
}

async function readVintagesInUse(first: Month, last: Month): Promise<VintagesInUse> {
  const rows = await reader()
    .select()
    .from(retailTotals)
    .where(and(gte(retailTotals.month, first), lte(retailTotals.month, last)))
    .orderBy(desc(retailTotals.month), desc(retailTotals.enteredAt))
    .limit(VINTAGES_MAX);
  return chooseVintages(rows.map(toRetailTotal));
}

/** Every vintage that was entered, the newest month first, and within it the newest publication. */
export async function listRetailTotals(): Promise<RetailTotalVintage[]> {
  const rows = await reader()
    .select({ total: retailTotals, enteredBy: users.fullName })
    .from(retailTotals)
    .leftJoin(users, eq(users.id, retailTotals.enteredById))
    .orderBy(
      desc(retailTotals.month),
      asc(retailTotals.kind),
      desc(retailTotals.publishedOn),
      desc(retailTotals.enteredAt),
      desc(retailTotals.id),
    )
    .limit(VINTAGES_MAX);
  const totals = rows.map((row) => toRetailTotal(row.total));
  const inUse = new Set(Array.from(chooseVintages(totals).values(), (total) => total.id));
  return totals.map((total, i) => ({
    ...total,
    enteredBy: rows[i]?.enteredBy ?? null,
    isInUse: inUse.has(total.id),
    fileId: rows[i]?.total.fileId ?? null,
  }));
}

/** The months, newest first, that have sales or a retail total, and the current one; for choosing. */
export async function listMonths(): Promise<Month[]> {
  const [withSales, withTotals] = await Promise.all([
    reader()
      .selectDistinct({ month: monthlySales.month })
      .from(monthlySales)
      .orderBy(desc(monthlySales.month))
      .limit(240),
    reader()
      .selectDistinct({ month: retailTotals.month })
      .from(retailTotals)
      .orderBy(desc(retailTotals.month))
      .limit(240),
  ]);
  const months = [...withSales, ...withTotals].map((row) => row.month);
  return [...new Set([currentMonth(), latestCompleteMonth(), ...months])].toSorted().reverse();
}

function byMonth<Row extends { month: Month }>(rows: readonly Row[]): Map<Month, Row[]> {
  const groups = new Map<Month, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.month);
    if (group) group.push(row);
    else groups.set(row.month, [row]);
  }
  return groups;
}

function toRetailTotal(row: typeof retailTotals.$inferSelect): RetailTotal {
  const { id, month, kind, stage, source, publishedOn, enteredAt, isSample } = row;
  const amountVnd = vnd(row.amountVnd);
  return { id, month, kind, amountVnd, stage, source, publishedOn, enteredAt, isSample };
}
