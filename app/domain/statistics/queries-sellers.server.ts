import { eq } from "drizzle-orm";
import { monthlySales, monthlySellers } from "~db/schema/statistics";
import { reader } from "~/platform/db.server";
import { invariant } from "~/platform/invariant";
import type { Month } from "~/platform/period";
import type { MonthRows } from "./disclosed-month";

// Of 10,000 sellers, a hundred rows each.
const ROWS_MAX = 1_000_000;

const SALES = {
  householdId: monthlySales.householdId,
  communeCode: monthlySales.communeCode,
  ocopSet: monthlySales.ocopSet,
  stars: monthlySales.stars,
  method: monthlySales.method,
  channel: monthlySales.channel,
  itemsVnd: monthlySales.itemsVnd,
  returnedVnd: monthlySales.returnedVnd,
};
const ORDERS = {
  householdId: monthlySellers.householdId,
  communeCode: monthlySellers.communeCode,
  method: monthlySellers.method,
  channel: monthlySellers.channel,
  orderCount: monthlySellers.orderCount,
  paidVnd: monthlySellers.shippingVnd,
  returnedVnd: monthlySellers.returnedShippingVnd,
};

/** One month's sales and orders of every seller, in the finest cells that are kept. Đồng. */
export async function readSellerRows(month: Month): Promise<MonthRows> {
  const [sales, orders] = await Promise.all([
    reader().select(SALES).from(monthlySales).where(eq(monthlySales.month, month)).limit(ROWS_MAX),
    reader()
      .select(ORDERS)
      .from(monthlySellers)
      .where(eq(monthlySellers.month, month))
      .limit(ROWS_MAX),
  ]);
  // Judged without some of its sellers, a month would show what it must not.
  invariant(sales.length < ROWS_MAX && orders.length < ROWS_MAX, "too many rows to judge a month");
  return {
    sales,
    orders: orders.map(({ paidVnd, returnedVnd, ...row }) => ({
      ...row,
      shippingVnd: paidVnd - returnedVnd,
    })),
  };
}
