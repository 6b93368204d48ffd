import { and, countDistinct, eq, gt, sql, sum } from "drizzle-orm";
import {
  monthlySales,
  monthlySellers,
  provinceOrders,
  provinceSales,
  provinceSellers,
} from "~db/schema/statistics";
import type { Transaction } from "~/platform/db.server";
import { invariant } from "~/platform/invariant";
import { addMonths, type Month } from "~/platform/period";
import {
  readDeliveredMonths,
  sumDeliveredLines,
  sumDeliveredOrders,
} from "./indicators/queries-delivered.server";
import {
  readReturnedMonths,
  sumReturnedLines,
  sumReturnedRequests,
} from "./indicators/queries-returned.server";

const MONTHS_MAX = 1_200;
const KEPT = [monthlySales, monthlySellers, provinceSales, provinceOrders, provinceSellers];

/**
 * Makes the aggregates anew from the delivered orders and what came back of them, month by month. They must come out
 * as they were kept.
 * @returns how many months were rebuilt
 */
export async function rebuildMonthlySales(tx: Transaction): Promise<number> {
  for (const table of KEPT) await tx.delete(table); // of months without an order too
  const spans = [await readDeliveredMonths(tx), await readReturnedMonths(tx)];
  const months = spans.flatMap((span) => (span ? [span.first, span.last] : [])).toSorted();
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return 0;
  let rebuilt = 0;
  for (let month = first; month <= last; month = addMonths(month, 1)) {
    invariant(rebuilt < MONTHS_MAX, "more months than a century has");
    await rebuildMonth(tx, month);
    rebuilt += 1;
  }
  return rebuilt;
}

/** The same of one month: what is kept of it is what its orders make. */
export async function rebuildMonth(tx: Transaction, month: Month): Promise<void> {
  for (const table of KEPT) await tx.delete(table).where(eq(table.month, month));
  await fillSales(tx, month);
  await fillSellers(tx, month);
  await fillProvince(tx, month);
}

async function fillSales(tx: Transaction, month: Month) {
  await tx.insert(monthlySales).select(sumDeliveredLines(tx, month));
  await tx
    .insert(monthlySales)
    .select(sumReturnedLines(tx, month))
    .onConflictDoUpdate({
      target: [
        monthlySales.month,
        monthlySales.householdId,
        monthlySales.communeCode,
        monthlySales.ocopSet,
        monthlySales.stars,
        monthlySales.method,
        monthlySales.channel,
      ],
      set: {
        returnedVnd: sql`excluded.returned_vnd`,
        returnedCount: sql`excluded.returned_count`,
      },
    });
}

async function fillSellers(tx: Transaction, month: Month) {
  await tx.insert(monthlySellers).select(sumDeliveredOrders(tx, month));
  await tx
    .insert(monthlySellers)
    .select(sumReturnedRequests(tx, month))
    .onConflictDoUpdate({
      target: [
        monthlySellers.month,
        monthlySellers.householdId,
        monthlySellers.communeCode,
        monthlySellers.channel,
        monthlySellers.method,
      ],
      set: {
        returnedVnd: sql`excluded.returned_vnd`,
        returnedShippingVnd: sql`excluded.returned_shipping_vnd`,
        returnCount: sql`excluded.return_count`,
      },
    });
}

/** The province's sums of what the month's sellers were just given. */
async function fillProvince(tx: Transaction, month: Month) {
  const { ocopSet, method, channel } = monthlySales;
  await tx.insert(provinceSales).select(
    tx
      .select({
        month: monthlySales.month,
        ocopSet,
        method,
        channel,
        itemsVnd: sum(monthlySales.itemsVnd).mapWith(Number).as("items_vnd"),
        returnedVnd: sum(monthlySales.returnedVnd).mapWith(Number).as("returned_vnd"),
      })
      .from(monthlySales)
      .where(eq(monthlySales.month, month))
      .groupBy(monthlySales.month, ocopSet, method, channel),
  );
  const { returnedShippingVnd } = monthlySellers;
  await tx.insert(provinceOrders).select(
    tx
      .select({
        month: monthlySellers.month,
        method: monthlySellers.method,
        channel: monthlySellers.channel,
        orderCount: sum(monthlySellers.orderCount).mapWith(Number).as("order_count"),
        shippingVnd: sum(monthlySellers.shippingVnd).mapWith(Number).as("shipping_vnd"),
        returnedShippingVnd: sum(returnedShippingVnd).mapWith(Number).as("returned_shipping_vnd"),
      })
      .from(monthlySellers)
      .where(eq(monthlySellers.month, month))
      .groupBy(monthlySellers.month, monthlySellers.method, monthlySellers.channel),
  );
  await tx.insert(provinceSellers).select(
    tx
      .select({
        month: monthlySellers.month,
        channel: monthlySellers.channel,
        sellerCount: countDistinct(monthlySellers.householdId).as("seller_count"),
      })
      .from(monthlySellers)
      // Who only took goods back that month sold nothing.
      .where(and(eq(monthlySellers.month, month), gt(monthlySellers.orderCount, 0)))
      .groupBy(monthlySellers.month, monthlySellers.channel),
  );
}
