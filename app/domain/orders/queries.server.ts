import { and, asc, eq, inArray } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { shipments } from "~db/schema/fulfilment";
import { households } from "~db/schema/households";
import { checkouts, lineItems, orders } from "~db/schema/orders";
import { voucherProgrammes, voucherUses } from "~db/schema/vouchers";
import { communes, provinces } from "~db/schema/places";
import { reader } from "~/platform/db.server";
import { compareOrderCodes } from "./order-code";
import { hasFallenThrough } from "./order-progress";
import { LINE_COUNT_MAX, type OrderedQuantity } from "./order-totals";
import type { OrderStatus } from "./order-status";
import type { CheckoutOrderView, CheckoutView, LineItemView } from "./types";

/**
 * Everything the buyer's page shows. It holds a name, a phone and an address: the caller has checked the key
 * of the address (`powerOfKey`) or that the checkout is the signed-in person's.
 */
export async function findCheckout(code: string): Promise<CheckoutView | null> {
  const [row] = await reader()
    .select({
      id: checkouts.id,
      code: checkouts.code,
      status: checkouts.status,
      method: checkouts.method,
      language: checkouts.language,
      buyerName: checkouts.buyerName,
      buyerPhone: checkouts.buyerPhone,
      addressLine: checkouts.addressLine,
      communeName: communes.name,
      provinceName: provinces.name,
      note: checkouts.note,
      itemsVnd: checkouts.itemsVnd,
      shippingVnd: checkouts.shippingVnd,
      totalVnd: checkouts.totalVnd,
      voucherName: voucherProgrammes.name,
      voucherVnd: checkouts.voucherVnd,
      placedAt: checkouts.placedAt,
      payBy: checkouts.payBy,
    })
    .from(checkouts)
    .innerJoin(communes, eq(communes.code, checkouts.communeCode))
    .innerJoin(provinces, eq(provinces.code, communes.provinceCode))
    .leftJoin(voucherUses, eq(voucherUses.checkoutId, checkouts.id))
    .leftJoin(voucherProgrammes, eq(voucherProgrammes.id, voucherUses.programmeId))
    .where(eq(checkouts.code, code))
    .limit(1);
  if (!row) return null;
  const { voucherName, voucherVnd: amountVnd, ...checkout } = row;
  const voucher = voucherName === null ? null : { name: voucherName, amountVnd };
  const dueVnd = row.totalVnd - amountVnd;
  const orders = await listOrdersOf(row.id);
  const fallenVnd = orders
    .filter((order) => hasFallenThrough(order.status))
    .reduce((total, order) => total + order.totalVnd - order.voucherVnd, 0);
  return { ...checkout, voucher, dueVnd, fallenVnd, orders };
}

/** The products and packs of this checkout's orders in these states. */
export async function listLinesIn(
  code: string,
  statuses: readonly OrderStatus[],
): Promise<OrderedQuantity[]> {
  return reader()
    .select({ productId: lineItems.productId, quantity: lineItems.quantity })
    .from(lineItems)
    .innerJoin(orders, eq(orders.id, lineItems.orderId))
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .where(and(eq(checkouts.code, code), inArray(orders.status, [...statuses])))
    .orderBy(asc(lineItems.id))
    .limit(LINE_COUNT_MAX);
}

async function listOrdersOf(checkoutId: string): Promise<CheckoutOrderView[]> {
  const rows = await reader()
    .select({
      id: orders.id,
      code: orders.code,
      status: orders.status,
      statusReason: orders.statusReason,
      statusBy: orders.statusBy,
      clockAt: orders.clockAt,
      shippedAt: orders.shippedAt,
      deliveredAt: orders.deliveredAt,
      householdName: households.name,
      householdSlug: households.slug,
      itemsVnd: orders.itemsVnd,
      shippingVnd: orders.shippingVnd,
      totalVnd: orders.totalVnd,
      voucherVnd: orders.voucherVnd,
      cashVnd: orders.cashVnd,
      pickupPoint: orders.pickupPoint,
      arrivesFrom: orders.arrivesFrom,
      arrivesBy: orders.arrivesBy,
      carrier: shipments.carrier,
      trackingCode: shipments.trackingCode,
      proof: shipments.proof,
    })
    .from(orders)
    .innerJoin(households, eq(households.id, orders.householdId))
    .leftJoin(shipments, eq(shipments.orderId, orders.id))
    .where(eq(orders.checkoutId, checkoutId));
  const lines = await listLineItems(rows.map((row) => row.id));
  return rows
    .toSorted((a, b) => compareOrderCodes(a.code, b.code))
    .map(({ id, ...order }) => ({ ...order, lineItems: lines.get(id) ?? [] }));
}

/** The lines of these orders, by order id. */
export async function listLineItems(
  orderIds: readonly string[],
): Promise<Map<string, LineItemView[]>> {
  const rows = await reader()
    .select({
      orderId: lineItems.orderId,
      productName: lineItems.productName,
      productNameEn: lineItems.productNameEn,
      productSlug: products.slug,
      packLabel: lineItems.packLabel,
      packLabelEn: lineItems.packLabelEn,
      quantity: lineItems.quantity,
      unitPriceVnd: lineItems.unitPriceVnd,
      totalVnd: lineItems.totalVnd,
    })
    .from(lineItems)
    .innerJoin(products, eq(products.id, lineItems.productId))
    .where(inArray(lineItems.orderId, [...orderIds]))
    .orderBy(asc(lineItems.id));
  const byOrder = new Map<string, LineItemView[]>();
  for (const { orderId, ...line } of rows) {
    byOrder.set(orderId, [...(byOrder.get(orderId) ?? []), line]);
  }
  return byOrder;
}
