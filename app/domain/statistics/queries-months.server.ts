import { isNotNull, max, min } from "drizzle-orm";
import { orders } from "~db/schema/orders";
import { returnRequests } from "~db/schema/returns";
import { monthlySales, monthlySellers } from "~db/schema/statistics";
import { reader } from "~/platform/db.server";
import { countMonths, monthOf, monthsUntil, type Month } from "~/platform/period";

/**
 * The months in which an order was delivered or something was given back, and those of which anything is kept, the oldest
 * first and none left out between.
 */
export async function listCountedMonths(): Promise<Month[]> {
  const db = reader();
  const spans = [
    ...(await db
      .select({ first: min(orders.deliveredOn), last: max(orders.deliveredOn) })
      .from(orders)),
    ...(await db
      .select({ first: min(returnRequests.refundedOn), last: max(returnRequests.refundedOn) })
      .from(returnRequests)),
    ...(await db
      .select({ first: min(monthlySales.month), last: max(monthlySales.month) })
      .from(monthlySales)),
    ...(await db
      .select({ first: min(monthlySellers.month), last: max(monthlySellers.month) })
      .from(monthlySellers)),
  ];
  const months = spans
    .flatMap(({ first, last }) => (first && last ? [monthOf(first), monthOf(last)] : []))
    .toSorted();
  const [first, last] = [months[0], months.at(-1)];
  return first && last ? monthsUntil(last, countMonths(first, last)) : [];
}

/** How many orders and returns there are to count. */
export async function countRecords(): Promise<number> {
  const db = reader();
  const delivered = await db.$count(orders, isNotNull(orders.deliveredOn));
  return delivered + (await db.$count(returnRequests, isNotNull(returnRequests.refundedOn)));
}
