import { eq } from "drizzle-orm";
import { monthlySales, monthlySellers } from "~db/schema/statistics";
import { readSnapshot, type Transaction } from "~/platform/db.server";
import type { Month } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { fillProvinceSums } from "./indicators/fill-province-sums.server";
import { countSums } from "./periods/queries-sums.server";
import { readKeptSums } from "./periods/queries-records.server";
import { isSameRow, type SellerOrders, type SellerSales } from "./periods/records";
import { writeSellerRows } from "./indicators/write-seller-rows.server";

/** Rows of what is kept that are not what the orders make, as of one moment. */
export type MonthRecount = {
  month: Month;
  /** Orders and returns that were counted. */
  recordCount: number;
  sales: Correction<SellerSales>[];
  orders: Correction<SellerOrders>[];
};
/** `kept` is null for a row that is missing, `counted` for one that no order makes. */
type Correction<Row> = { key: string; kept: Row | null; counted: Row | null };

/**
 * Counts every order and return of a month as of one moment, beside what is kept of it. Takes no lock and lets others
 * work.
 * @param onCounted with how many orders and returns were counted so far, and of how many
 */
export async function countMonthAnew(
  month: Month,
  onCounted: (progress: { counted: number; of: number }) => void = () => undefined,
): Promise<MonthRecount> {
  return readSnapshot(async (db) => {
    let recordCount = 0;
    const counted = await countSums(db, month, (progress) => {
      recordCount = progress.counted;
      onCounted(progress);
    });
    const kept = await readKeptSums(db, month);
    return {
      month,
      recordCount,
      sales: differencesOf(kept.sales, counted.sales),
      orders: differencesOf(kept.orders, counted.orders),
    };
  });
}

function differencesOf<Row extends SellerSales | SellerOrders>(
  kept: ReadonlyMap<string, Row>,
  counted: ReadonlyMap<string, Row>,
): Correction<Row>[] {
  return [...new Set([...kept.keys(), ...counted.keys()])]
    .map((key) => ({ key, kept: kept.get(key) ?? null, counted: counted.get(key) ?? null }))
    .filter(({ kept: before, counted: after }) => !areSame(before, after));
}

function areSame<Row extends SellerSales | SellerOrders>(a: Row | null, b: Row | null): boolean {
  return a === null || b === null ? a === b : isSameRow(a, b);
}

/**
 * Puts right what is kept of a month, and its sums over the province. Refuses when one of the rows has moved since it was
 * counted: rows only grow, so one that is as it was read has not.
 * @returns how many rows were wrong
 */
export async function recountMonth(
  tx: Transaction,
  recount: MonthRecount,
): Promise<Result<{ correctedCount: number }, "month_moved">> {
  const { month, sales, orders } = recount;
  const correctedCount = sales.length + orders.length;
  if (correctedCount > 0) {
    const now = await readKeptSums(tx, month);
    const isAsRead =
      sales.every(({ key, kept }) => areSame(now.sales.get(key) ?? null, kept)) &&
      orders.every(({ key, kept }) => areSame(now.orders.get(key) ?? null, kept));
    if (!isAsRead) return fail("month_moved");
    await replaceRows(tx, month, {
      sales: withCorrections(now.sales, sales),
      orders: withCorrections(now.orders, orders),
    });
  }
  await fillProvinceSums(tx, month);
  return succeed({ correctedCount });
}

function withCorrections<Row>(rows: Map<string, Row>, corrections: Correction<Row>[]): Row[] {
  for (const { key, counted } of corrections) {
    if (counted) rows.set(key, counted);
    else rows.delete(key);
  }
  return [...rows.values()];
}

async function replaceRows(
  tx: Transaction,
  month: Month,
  { sales, orders }: { sales: SellerSales[]; orders: SellerOrders[] },
): Promise<void> {
  await tx.delete(monthlySales).where(eq(monthlySales.month, month));
  await tx.delete(monthlySellers).where(eq(monthlySellers.month, month));
  await writeSellerRows(tx, month, { sales, orders });
}
