import { and, asc, eq, inArray } from "drizzle-orm";
import { households } from "~db/schema/households";
import { checkouts, lineItems, orders } from "~db/schema/orders";
import { returnEvents, returnLines, returnRequests } from "~db/schema/returns";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { LINE_COUNT_MAX } from "~/domain/orders/order-totals";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { countsGivenBack, hasOpenReturn } from "./queries-records.server";
import { returnAmounts, type ReturnedLine } from "./return-amounts";
import { isShippingRefunded, openReasons } from "./return-reasons";
import type { ReturnableView, ReturnEventView, ReturnLineView, ReturnView } from "./types";

const EVENTS_MAX = 50;

/** Whoever looks: a buyer at the requests of one checkout, whose key the door has checked, or a desk. */
export type ReturnReader = { checkoutCode: string } | { scope: Scope };

/** One request with all that was said and done; null when there is none, or none of this reader's. */
export async function findReturn(code: string, who: ReturnReader): Promise<ReturnView | null> {
  const [row] = await reader()
    .select({
      id: returnRequests.id,
      code: returnRequests.code,
      orderId: orders.id,
      orderCode: orders.code,
      checkoutCode: checkouts.code,
      orderStatus: orders.status,
      orderShippingVnd: orders.shippingVnd,
      shippingVatBps: orders.shippingVatBps,
      shippingPitBps: orders.shippingPitBps,
      orderTotalVnd: orders.totalVnd,
      orderVoucherVnd: orders.voucherVnd,
      householdId: orders.householdId,
      householdName: households.name,
      householdPhone: households.phone,
      buyerName: checkouts.buyerName,
      buyerPhone: checkouts.buyerPhone,
      method: checkouts.method,
      status: returnRequests.status,
      reason: returnRequests.reason,
      note: returnRequests.note,
      openedAt: returnRequests.openedAt,
      clockAt: returnRequests.clockAt,
      refundVnd: returnRequests.refundVnd,
      shippingVnd: returnRequests.shippingVnd,
      voucherVnd: returnRequests.voucherVnd,
      isRestocked: returnRequests.isRestocked,
    })
    .from(returnRequests)
    .innerJoin(orders, eq(orders.id, returnRequests.orderId))
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .innerJoin(households, eq(households.id, orders.householdId))
    .where(eq(returnRequests.code, code))
    .limit(1);
  if (!row) return null;
  const isTheirs =
    "scope" in who ? isInScope(who.scope, row.householdId) : row.checkoutCode === who.checkoutCode;
  if (!isTheirs) return null;
  const {
    orderId,
    orderShippingVnd,
    orderTotalVnd,
    orderVoucherVnd,
    shippingVatBps,
    shippingPitBps,
    ...request
  } = row;
  const soldLines = await linesOf(orderId, row.id);
  return {
    ...request,
    ...amountsOf(row, soldLines, await countsGivenBack(reader(), orderId)),
    lines: soldLines.filter((line) => line.askedCount > 0),
    events: await eventsOf(row.id),
  };
}

type SoldLine = ReturnLineView & Omit<ReturnedLine, "returnedBefore" | "returning">;

/** All lines of the order; `askedCount` is 0 where the request does not concern one. */
async function linesOf(orderId: string, returnRequestId: string): Promise<SoldLine[]> {
  const rows = await reader()
    .select({
      lineItemId: lineItems.id,
      productName: lineItems.productName,
      productNameEn: lineItems.productNameEn,
      packLabel: lineItems.packLabel,
      packLabelEn: lineItems.packLabelEn,
      unitPriceVnd: lineItems.unitPriceVnd,
      commissionBps: lineItems.commissionBps,
      vatBps: lineItems.vatBps,
      pitBps: lineItems.pitBps,
      ocopSet: lineItems.ocopSet,
      voucherVnd: lineItems.voucherVnd,
      quantity: lineItems.quantity,
      askedCount: returnLines.askedCount,
      refundedCount: returnLines.refundedCount,
    })
    .from(lineItems)
    .leftJoin(
      returnLines,
      and(
        eq(returnLines.lineItemId, lineItems.id),
        eq(returnLines.returnRequestId, returnRequestId),
      ),
    )
    .where(eq(lineItems.orderId, orderId))
    .orderBy(asc(lineItems.id))
    .limit(LINE_COUNT_MAX);
  return rows.map((row) => ({
    ...row,
    askedCount: row.askedCount ?? 0,
    refundedCount: row.refundedCount ?? 0,
  }));
}

type ReturnedAmounts = Pick<ReturnView, "refundVnd" | "shippingVnd" | "voucherVnd">;

/** What was given back; before that what all that is asked for is worth. A lost order gives back all of its money. */
function amountsOf(
  row: Pick<ReturnView, "status" | "reason" | "orderStatus" | keyof ReturnedAmounts> & {
    orderShippingVnd: number;
    shippingVatBps: number;
    shippingPitBps: number;
    orderTotalVnd: number;
    orderVoucherVnd: number;
  },
  lines: readonly SoldLine[],
  givenBack: Map<string, number>,
): ReturnedAmounts {
  if (row.orderStatus === "shipped" || row.orderStatus === "lost") {
    return {
      refundVnd: row.orderTotalVnd,
      shippingVnd: row.orderShippingVnd,
      voucherVnd: row.orderVoucherVnd,
    };
  }
  const { refundVnd, shippingVnd, voucherVnd } = row;
  if (row.status === "refunded") return { refundVnd, shippingVnd, voucherVnd };
  const left = lines.map((line) => line.quantity - (givenBack.get(line.lineItemId) ?? 0));
  return returnAmounts({
    lines: lines.map((line, i) => ({
      ...line,
      returnedBefore: givenBack.get(line.lineItemId) ?? 0,
      // A request that ended may have asked for what another one has given back since.
      returning: Math.min(line.askedCount, left[i] ?? 0),
    })),
    shippingVnd: row.orderShippingVnd,
    shippingVatBps: row.shippingVatBps,
    shippingPitBps: row.shippingPitBps,
    voucherVnd: row.orderVoucherVnd,
    withShipping: isShippingRefunded(row.reason),
  });
}

async function eventsOf(returnRequestId: string): Promise<ReturnEventView[]> {
  return reader()
    .select({
      toStatus: returnEvents.toStatus,
      movedBy: returnEvents.movedBy,
      note: returnEvents.note,
      occurredAt: returnEvents.occurredAt,
    })
    .from(returnEvents)
    .where(eq(returnEvents.returnRequestId, returnRequestId))
    .orderBy(asc(returnEvents.id))
    .limit(EVENTS_MAX);
}

/**
 * What of the orders of a checkout its buyer may ask to give back now, by order; orders without are left out, as are
 * those with a request that is not over.
 */
export async function listReturnables(checkoutCode: string): Promise<ReturnableView[]> {
  const rows = await reader()
    .select({
      orderId: orders.id,
      orderCode: orders.code,
      householdName: households.name,
      status: orders.status,
      method: checkouts.method,
      shippingVnd: orders.shippingVnd,
      shippedAt: orders.shippedAt,
      deliveredAt: orders.deliveredAt,
      statusBy: orders.statusBy,
      clockAt: orders.clockAt,
    })
    .from(orders)
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .innerJoin(households, eq(households.id, orders.householdId))
    .where(and(eq(checkouts.code, checkoutCode), inArray(orders.status, ["shipped", "delivered"])))
    .limit(LINE_COUNT_MAX);
  const found: ReturnableView[] = [];
  for (const { orderId, orderCode, householdName, shippingVnd, ...order } of rows) {
    const reasons = openReasons(order, now());
    if (reasons.length === 0 || (await hasOpenReturn(reader(), orderId))) continue;
    const givenBack = await countsGivenBack(reader(), orderId);
    const lines = (await linesOf(orderId, "")).map(
      ({
        askedCount: _asked,
        refundedCount: _refunded,
        commissionBps: _bps,
        ocopSet: _set,
        voucherVnd: _share,
        ...line
      }) => ({
        ...line,
        leftCount: line.quantity - (givenBack.get(line.lineItemId) ?? 0),
      }),
    );
    const left = lines.filter((line) => line.leftCount > 0);
    if (left.length > 0)
      found.push({ orderCode, householdName, shippingVnd, reasons, lines: left });
  }
  return found;
}

/** The same for one order; null when there is nothing to ask for. */
export async function findReturnable(
  checkoutCode: string,
  orderCode: string,
): Promise<ReturnableView | null> {
  const all = await listReturnables(checkoutCode);
  return all.find((one) => one.orderCode === orderCode) ?? null;
}
