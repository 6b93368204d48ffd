import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { checkouts, lineItems, orders } from "~db/schema/orders";
import { letOthersWork, reader } from "~/platform/db.server";
import { HOUSEHOLD_ORDER_STATUSES } from "./order-progress";
import type { HouseholdSale } from "./household-sale";

const PAGE_LINES = 500;

/**
 * Every line that was ordered of a household, in the order in which it came, some hundreds at a time; without who bought
 * it: that was told for the sending alone. The caller has found the household in the scope.
 */
export async function* householdSales(householdId: string): AsyncGenerator<HouseholdSale[]> {
  let after = "";
  for (;;) {
    const rows = await listLines(householdId, after);
    if (rows.length > 0) yield rows.map(({ id: _, ...sale }) => sale);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE_LINES) return;
    after = last.id;
    await letOthersWork();
  }
}

function listLines(householdId: string, after: string) {
  return reader()
    .select({
      id: lineItems.id,
      orderCode: orders.code,
      placedAt: orders.placedAt,
      status: orders.status,
      method: checkouts.method,
      deliveredOn: orders.deliveredOn,
      productName: lineItems.productName,
      packLabel: lineItems.packLabel,
      quantity: lineItems.quantity,
      unitPriceVnd: lineItems.unitPriceVnd,
      totalVnd: lineItems.totalVnd,
      commissionVnd: lineItems.commissionVnd,
      vatVnd: lineItems.vatVnd,
      pitVnd: lineItems.pitVnd,
      orderShippingVnd: orders.shippingVnd,
    })
    .from(lineItems)
    .innerJoin(orders, eq(orders.id, lineItems.orderId))
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .where(
      and(
        eq(orders.householdId, householdId),
        inArray(orders.status, [...HOUSEHOLD_ORDER_STATUSES]),
        gt(lineItems.id, after),
      ),
    )
    .orderBy(asc(lineItems.id))
    .limit(PAGE_LINES);
}
