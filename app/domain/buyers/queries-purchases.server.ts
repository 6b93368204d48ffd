import { asc, eq, inArray, type SQL } from "drizzle-orm";
import { shipments } from "~db/schema/fulfilment";
import { households } from "~db/schema/households";
import { checkouts, lineItems, orderEvents, orders } from "~db/schema/orders";
import { payments } from "~db/schema/payments";
import { returnEvents, returnRequests } from "~db/schema/returns";
import { reader } from "~/platform/db.server";
import { isoInstant } from "~/platform/period";
import { OWN_MAX } from "./queries-own.server";
import { eventData, groupBy } from "./event-data";
import type { OrderData, PurchaseData } from "./types-export";

/** All that is kept of the purchases that `which` (of `checkouts`) names, the oldest first. */
export async function listPurchases(which: SQL): Promise<PurchaseData[]> {
  const rows = await reader()
    .select({ checkout: checkouts, paidVnd: payments.capturedVnd, paidAt: payments.paidAt })
    .from(checkouts)
    .leftJoin(payments, eq(payments.checkoutId, checkouts.id))
    .where(which)
    .orderBy(asc(checkouts.placedAt), asc(checkouts.id))
    .limit(OWN_MAX);
  const ordersOf = await listOrders(which);
  return rows.map(({ checkout, paidVnd, paidAt }) => ({
    code: checkout.code,
    status: checkout.status,
    method: checkout.method,
    channel: checkout.channel,
    language: checkout.language,
    placedAt: isoInstant(checkout.placedAt),
    payBy: isoOrNull(checkout.payBy),
    buyerName: checkout.buyerName,
    buyerPhone: checkout.buyerPhone,
    communeCode: checkout.communeCode,
    addressLine: checkout.addressLine,
    note: checkout.note,
    itemsVnd: checkout.itemsVnd,
    shippingVnd: checkout.shippingVnd,
    totalVnd: checkout.totalVnd,
    voucherVnd: checkout.voucherVnd,
    paidVnd: paidVnd ?? 0,
    paidAt: isoOrNull(paidAt),
    orders: ordersOf.get(checkout.id) ?? [],
  }));
}

async function listOrders(which: SQL): Promise<Map<string, OrderData[]>> {
  const chosen = reader().select({ id: checkouts.id }).from(checkouts).where(which);
  const isTheirs = inArray(orders.checkoutId, chosen);
  const rows = await reader()
    .select({ order: orders, seller: households.name, shipment: shipments })
    .from(orders)
    .innerJoin(households, eq(households.id, orders.householdId))
    .leftJoin(shipments, eq(shipments.orderId, orders.id))
    .where(isTheirs)
    .orderBy(asc(orders.id))
    .limit(OWN_MAX);
  const lines = await reader()
    .select({ line: lineItems })
    .from(lineItems)
    .innerJoin(orders, eq(orders.id, lineItems.orderId))
    .where(isTheirs)
    .orderBy(asc(lineItems.id))
    .limit(OWN_MAX * 10);
  const events = await reader()
    .select({ event: orderEvents })
    .from(orderEvents)
    .innerJoin(orders, eq(orders.id, orderEvents.orderId))
    .where(isTheirs)
    .orderBy(asc(orderEvents.id))
    .limit(OWN_MAX * 10);
  const linesOf = groupBy(lines, ({ line }) => line.orderId);
  const eventsOf = groupBy(events, ({ event }) => event.orderId);
  const returnsOf = await listReturns(isTheirs);
  const data = new Map<string, OrderData[]>();
  for (const { order, seller, shipment } of rows) {
    const one: OrderData = {
      code: order.code,
      seller,
      status: order.status,
      statusReason: order.statusReason,
      itemsVnd: order.itemsVnd,
      shippingVnd: order.shippingVnd,
      totalVnd: order.totalVnd,
      voucherVnd: order.voucherVnd,
      pickupPoint: order.pickupPoint?.name ?? null,
      carrier: shipment?.carrier ?? null,
      trackingCode: shipment?.trackingCode ?? null,
      receivedBy: shipment?.proof?.receivedBy ?? null,
      hasProofPhoto: Boolean(shipment?.proof?.photo),
      lines: (linesOf.get(order.id) ?? []).map(({ line }) => ({
        product: line.productName,
        pack: line.packLabel,
        quantity: line.quantity,
        unitPriceVnd: line.unitPriceVnd,
        totalVnd: line.totalVnd,
      })),
      events: (eventsOf.get(order.id) ?? []).map(({ event }) =>
        eventData({ ...event, words: event.reason }),
      ),
      returns: returnsOf.get(order.id) ?? [],
    };
    data.set(order.checkoutId, [...(data.get(order.checkoutId) ?? []), one]);
  }
  return data;
}

async function listReturns(isTheirs: SQL): Promise<Map<string, OrderData["returns"]>> {
  const requests = await reader()
    .select({ request: returnRequests })
    .from(returnRequests)
    .innerJoin(orders, eq(orders.id, returnRequests.orderId))
    .where(isTheirs)
    .orderBy(asc(returnRequests.id))
    .limit(OWN_MAX);
  const events = await reader()
    .select({ event: returnEvents })
    .from(returnEvents)
    .innerJoin(returnRequests, eq(returnRequests.id, returnEvents.returnRequestId))
    .innerJoin(orders, eq(orders.id, returnRequests.orderId))
    .where(isTheirs)
    .orderBy(asc(returnEvents.id))
    .limit(OWN_MAX * 10);
  const eventsOf = groupBy(events, ({ event }) => event.returnRequestId);
  const data = new Map<string, OrderData["returns"]>();
  for (const { request } of requests) {
    const { orderId, code, status, reason, note } = request;
    const one = {
      code,
      status,
      reason,
      note,
      openedAt: isoInstant(request.openedAt),
      refundVnd: request.refundVnd - request.voucherVnd,
      events: (eventsOf.get(request.id) ?? []).map(({ event }) =>
        eventData({ ...event, words: event.note }),
      ),
    };
    data.set(orderId, [...(data.get(orderId) ?? []), one]);
  }
  return data;
}

function isoOrNull(instant: number | null): string | null {
  return instant === null ? null : isoInstant(instant);
}
