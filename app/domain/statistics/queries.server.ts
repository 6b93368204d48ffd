import { and, asc, desc, eq, gte, lte } from "drizzle-orm";
import { users } from "~db/schema/identity";
import {
  provinceOrders,
  provinceSales,
  provinceSellers,
  retailTotals,
} from "~db/schema/statistics";
import { now } from "~/platform/clock.server";
import { reader, type ReadDatabase } from "~/platform/db.server";
import { vnd } from "~/platform/money";
import {
  addMonths,
  countMonths,
  localDateOf,
  monthOf,
  monthsUntil,
  type Month,
} from "~/platform/period";
import { COUNTED_CHANNEL, measureMonth, type OrdersSum, type SalesSum } from "./indicator";
import { chooseVintages, type VintagesInUse } from "./retail-vintages";
import type { IndicatorMonth, RetailTotal, RetailTotalVintage } from "./types";

/** A year and the month it is compared with. */
export const SERIES_MONTHS = 13;
// 26 sets x 3 channels x 5 methods, with room for more of each.
const SUMS_OF_A_MONTH = 26 * 40;
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
 * The months that end with `last`, oldest first: the first of 13 is the same month of the year before. Reads kept sums of
 * the province only, so its time grows neither with orders nor with sellers.
 */
export async function readIndicatorSeries(
  last: Month,
  monthCount = SERIES_MONTHS,
): Promise<IndicatorMonth[]> {
  const months = monthsUntil(last, monthCount);
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
      activeSellerCount: sellers.get(month) ?? 0,
      retailTotals: retailTotalsOf(month, vintages),
    }),
  );
}

function retailTotalsOf(month: Month, vintages: VintagesInUse): IndicatorMonth["retailTotals"] {
  return {
    goods: vintages.get(`${month} goods`) ?? null,
    goods_services: vintages.get(`${month} goods_services`) ?? null,
  };
}

async function sumSales(first: Month, last: Month): Promise<Map<Month, SalesSum[]>> {
  const rows = await reader()
    .select()
    .from(provinceSales)
    .where(and(gte(provinceSales.month, first), lte(provinceSales.month, last)))
    .limit(SUMS_OF_A_MONTH * countMonths(first, last));
  return byMonth(rows);
}

async function sumOrders(first: Month, last: Month): Promise<Map<Month, OrdersSum[]>> {
  const rows = await reader()
    .select()
    .from(provinceOrders)
    .where(and(gte(provinceOrders.month, first), lte(provinceOrders.month, last)))
    .limit(SUMS_OF_A_MONTH * countMonths(first, last));
  return byMonth(
    rows.map(({ shippingVnd, returnedShippingVnd, ...row }) => ({
      ...row,
      shippingVnd: shippingVnd - returnedShippingVnd,
    })),
  );
}

/** Sellers of counted sales only. */
async function sumSellers(first: Month, last: Month): Promise<Map<Month, number>> {
  const rows = await reader()
    .select()
    .from(provinceSellers)
    .where(
      and(
        eq(provinceSellers.channel, COUNTED_CHANNEL),
        gte(provinceSellers.month, first),
        lte(provinceSellers.month, last),
      ),
    )
    .limit(countMonths(first, last));
  return new Map(rows.map((row) => [row.month, row.sellerCount]));
}

/** The vintages that count in these months. */
export async function readVintagesInUse(
  first: Month,
  last: Month,
  db: ReadDatabase = reader(),
): Promise<VintagesInUse> {
  const rows = await db
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
      .selectDistinct({ month: provinceSales.month })
      .from(provinceSales)
      .orderBy(desc(provinceSales.month))
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
