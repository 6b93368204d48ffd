import { and, count, desc, eq, inArray, min } from "drizzle-orm";
import { shipments } from "~db/schema/fulfilment";
import { households } from "~db/schema/households";
import { checkouts, lineItems, orders } from "~db/schema/orders";
import { communes, provinces } from "~db/schema/places";
import { isService } from "~/domain/catalog/ocop-sets";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { reader } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import {
  HOUSEHOLD_ORDER_STATUSES,
  isVisibleToHousehold,
  type HouseholdOrderStatus,
} from "./order-progress";
import type { OrderStatus } from "./order-status";
import { LINE_COUNT_MAX } from "./order-totals";
import { listOrderPacks } from "./queries-packs.server";
import { listLineItems } from "./queries.server";
import type { HouseholdOrderPage, HouseholdOrderSummary, HouseholdOrderView } from "./types";

const PAGE_SIZE = 20;

/**
 * A household's orders, newest first, 20 a page; null outside the scope. Orders that wait for money or have
 * expired are no orders to a household: it learns of a buyer once there is something to prepare.
 */
export async function listHouseholdOrders(
  scope: Scope,
  params: { householdId: string; status: HouseholdOrderStatus | "all"; page: number },
): Promise<HouseholdOrderPage | null> {
  if (!isInScope(scope, params.householdId)) return null;
  const statuses = params.status === "all" ? [...HOUSEHOLD_ORDER_STATUSES] : [params.status];
  const filter = and(eq(orders.householdId, params.householdId), inArray(orders.status, statuses));
  const orderCount = await reader().$count(orders, filter);
  const pageCount = Math.max(1, Math.ceil(orderCount / PAGE_SIZE));
  const page = Math.min(Math.max(1, params.page), pageCount);
  const rows = await reader()
    .select({
      id: orders.id,
      code: orders.code,
      status: orders.status,
      method: checkouts.method,
      buyerName: checkouts.buyerName,
      communeName: communes.name,
      provinceName: provinces.name,
      totalVnd: orders.totalVnd,
      cashVnd: orders.cashVnd,
      placedAt: orders.placedAt,
    })
    .from(orders)
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .innerJoin(communes, eq(communes.code, checkouts.communeCode))
    .innerJoin(provinces, eq(provinces.code, communes.provinceCode))
    .where(filter)
    .orderBy(desc(orders.placedAt), desc(orders.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  const summaries = await summariesOf(rows.map((row) => row.id));
  return {
    orders: rows.map(({ id, ...row }) => ({
      ...row,
      status: visible(row.status),
      ...present(summaries.get(id), "an order without lines"),
    })),
    page,
    pageCount,
    orderCount,
  };
}

function visible(status: OrderStatus): HouseholdOrderStatus {
  return present(
    isVisibleToHousehold(status) ? status : null,
    "an order that households do not see",
  );
}

async function summariesOf(orderIds: string[]) {
  const rows = await reader()
    .select({
      orderId: lineItems.orderId,
      productName: min(lineItems.productName),
      lineCount: count(),
    })
    .from(lineItems)
    .where(inArray(lineItems.orderId, orderIds))
    .groupBy(lineItems.orderId)
    .limit(PAGE_SIZE);
  return new Map(
    rows.map(
      ({
        orderId,
        productName,
        lineCount,
      }): [string, Pick<HouseholdOrderSummary, "productName" | "lineCount">] => [
        orderId,
        { productName: productName ?? "", lineCount },
      ],
    ),
  );
}

/** One order as its household sees it; null outside the scope and before it is placed. */
export async function findHouseholdOrder(
  scope: Scope,
  orderCode: string,
): Promise<HouseholdOrderView | null> {
  const [row] = await reader()
    .select({
      id: orders.id,
      code: orders.code,
      status: orders.status,
      statusReason: orders.statusReason,
      statusBy: orders.statusBy,
      clockAt: orders.clockAt,
      method: checkouts.method,
      channel: checkouts.channel,
      householdId: orders.householdId,
      householdName: households.name,
      buyerName: checkouts.buyerName,
      buyerPhone: checkouts.buyerPhone,
      addressLine: checkouts.addressLine,
      communeName: communes.name,
      provinceName: provinces.name,
      note: checkouts.note,
      itemsVnd: orders.itemsVnd,
      shippingVnd: orders.shippingVnd,
      totalVnd: orders.totalVnd,
      voucherVnd: orders.voucherVnd,
      commissionVnd: orders.commissionVnd,
      vatVnd: orders.vatVnd,
      pitVnd: orders.pitVnd,
      cashVnd: orders.cashVnd,
      pickupPoint: orders.pickupPoint,
      arrivesFrom: orders.arrivesFrom,
      arrivesBy: orders.arrivesBy,
      placedAt: orders.placedAt,
      confirmedAt: orders.confirmedAt,
      shippedAt: orders.shippedAt,
      deliveredAt: orders.deliveredAt,
      carrier: shipments.carrier,
      trackingCode: shipments.trackingCode,
      proof: shipments.proof,
    })
    .from(orders)
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .innerJoin(households, eq(households.id, orders.householdId))
    .innerJoin(communes, eq(communes.code, checkouts.communeCode))
    .innerJoin(provinces, eq(provinces.code, communes.provinceCode))
    .leftJoin(shipments, eq(shipments.orderId, orders.id))
    .where(eq(orders.code, orderCode))
    .limit(1);
  if (!row || !isInScope(scope, row.householdId) || !isVisibleToHousehold(row.status)) return null;
  const lines = await listLineItems([row.id]);
  return {
    ...row,
    status: row.status,
    isService: await isAllServices(row.id),
    lineItems: lines.get(row.id) ?? [],
    packs: await listOrderPacks({ id: row.id, isSent: row.pickupPoint === null }),
  };
}

async function isAllServices(orderId: string): Promise<boolean> {
  const rows = await reader()
    .select({ ocopSet: lineItems.ocopSet })
    .from(lineItems)
    .where(eq(lineItems.orderId, orderId))
    .limit(LINE_COUNT_MAX);
  return rows.every((row) => isService(row.ocopSet));
}
