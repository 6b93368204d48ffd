import { eq } from "drizzle-orm";
import { monthlySales, monthlySellers } from "~db/schema/statistics";
import { reader } from "~/platform/db.server";
import { invariant } from "~/platform/invariant";
import type { Month } from "~/platform/period";
import type { MonthRows } from "./disclosed-month";

// Of 10,000 sellers, a hundred rows each.
const ROWS_MAX = 1_000_000;

/** One month's sales and orders of every seller, in the finest cells that are kept. đồng. */
export async function readSellerRows(month: Month): Promise<MonthRows> {
  const [sales, sellers] = await Promise.all([
    reader().select().from(monthlySales).where(eq(monthlySales.month, month)).limit(ROWS_MAX),
    reader().select().from(monthlySellers).where(eq(monthlySellers.month, month)).limit(ROWS_MAX),
  ]);
  // Judged without some of its sellers, a month would show what it must not.
  invariant(sales.length < ROWS_MAX && sellers.length < ROWS_MAX, "too many rows to judge a month");
  const orders = sellers.map(({ shippingVnd, returnedShippingVnd, ...row }) => ({
    ...row,
    shippingVnd: shippingVnd - returnedShippingVnd,
  }));
  return { sales, orders };
}
