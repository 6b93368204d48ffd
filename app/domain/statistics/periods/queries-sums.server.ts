import { and, count, gte, lt } from "drizzle-orm";
import { orders } from "~db/schema/orders";
import { returnRequests } from "~db/schema/returns";
import { letOthersWork, type ReadDatabase } from "~/platform/db.server";
import { addMonths, type LocalDate, type Month } from "~/platform/period";
import type { DaySpan } from "../indicators/day-span";
import { sumDeliveredLines, sumDeliveredOrders } from "../indicators/queries-delivered.server";
import { sumReturnedLines, sumReturnedRequests } from "../indicators/queries-returned.server";
import { addOrders, addSales, noSums, type MonthSums } from "./records";

/** What is counted in one query: others wait for it, some tenths of a second. */
const RECORDS_OF_A_SLICE = 10_000;

type Slice = DaySpan & { recordCount: number };

/**
 * What the orders and returns of a month make, counted in SQL and not from what is kept.
 * @param onCounted with how many of them were counted so far, and of how many
 */
export async function countSums(
  db: ReadDatabase,
  month: Month,
  onCounted: (progress: { counted: number; of: number }) => void,
): Promise<MonthSums> {
  const sums = noSums();
  const slices = await sliceMonth(db, month);
  const of = slices.reduce((total, { recordCount }) => total + recordCount, 0);
  let counted = 0;
  for (const slice of slices) {
    for (const row of await sumDeliveredLines(db, slice)) addSales(sums, row);
    for (const row of await sumDeliveredOrders(db, slice)) addOrders(sums, row);
    for (const row of await sumReturnedLines(db, slice)) addSales(sums, row);
    for (const row of await sumReturnedRequests(db, slice)) addOrders(sums, row);
    counted += slice.recordCount;
    onCounted({ counted, of });
    await letOthersWork();
  }
  return sums;
}

/** Whole days, so many together as one query takes; none of a month in which nothing happened. */
async function sliceMonth(db: ReadDatabase, month: Month): Promise<Slice[]> {
  const from = `${month}-01`;
  const until = `${addMonths(month, 1)}-01`;
  const { deliveredOn } = orders;
  const { refundedOn } = returnRequests;
  const delivered = await db
    .select({ on: deliveredOn, recordCount: count() })
    .from(orders)
    .where(and(gte(deliveredOn, from), lt(deliveredOn, until)))
    .groupBy(deliveredOn);
  const returned = await db
    .select({ on: refundedOn, recordCount: count() })
    .from(returnRequests)
    .where(and(gte(refundedOn, from), lt(refundedOn, until)))
    .groupBy(refundedOn);
  const days = new Map<LocalDate, number>();
  for (const { on, recordCount } of [...delivered, ...returned]) {
    if (on !== null) days.set(on, (days.get(on) ?? 0) + recordCount);
  }
  const slices: Slice[] = [];
  for (const [on, recordCount] of [...days].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const last = slices.at(-1);
    if (last && last.recordCount + recordCount <= RECORDS_OF_A_SLICE) {
      last.recordCount += recordCount;
    } else {
      if (last) last.until = on;
      slices.push({ from: on, until, recordCount });
    }
  }
  return slices;
}
