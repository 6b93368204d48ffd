import { and, asc, countDistinct, eq, gt, inArray, isNotNull, lte, sql } from "drizzle-orm";
import { checkouts, lineItems, orders } from "~db/schema/orders";
import { builtOnce, type ReadDatabase } from "~/platform/db.server";
import { compareOrderCodes } from "./order-code";
import { OPEN_ORDER_STATUSES } from "./order-progress";
import type { CheckoutStatus, OrderStatus } from "./order-status";
import { LINE_COUNT_MAX } from "./order-totals";
import { DOOR_METHODS } from "./payment-methods";
import type { CheckoutRecord, LineItemRecord, OrderRecord, SubmittedCheckout } from "./types";

const selectSubmitted = builtOnce((db) =>
  db
    .select({
      code: checkouts.code,
      buyerName: checkouts.buyerName,
      buyerPhone: checkouts.buyerPhone,
      communeCode: checkouts.communeCode,
      addressLine: checkouts.addressLine,
      note: checkouts.note,
      method: checkouts.method,
      totalVnd: checkouts.totalVnd,
      voucherVnd: checkouts.voucherVnd,
    })
    .from(checkouts)
    .where(eq(checkouts.submissionKey, sql.placeholder("submissionKey")))
    .limit(1)
    .prepare(),
);

/** The checkout that this submission made, with all that was submitted, or null. */
export async function findSubmitted(
  db: ReadDatabase,
  submissionKey: string,
): Promise<SubmittedCheckout | null> {
  const [row] = await selectSubmitted(db).execute({ submissionKey });
  if (!row) return null;
  const ordered = await db
    .select({
      productId: lineItems.productId,
      quantity: lineItems.quantity,
      householdId: orders.householdId,
      pickupPoint: orders.pickupPoint,
    })
    .from(lineItems)
    .innerJoin(orders, eq(orders.id, lineItems.orderId))
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .where(eq(checkouts.code, row.code))
    .limit(LINE_COUNT_MAX);
  const lines = ordered.map(({ productId, quantity }) => ({ productId, quantity }));
  const pickups = Object.fromEntries(
    ordered.flatMap(({ householdId, pickupPoint }) =>
      pickupPoint === null ? [] : [[householdId, pickupPoint.id]],
    ),
  );
  const { totalVnd, voucherVnd, ...submitted } = row;
  return { ...submitted, dueVnd: totalVnd - voucherVnd, lines, pickups };
}

const countOpenCash = builtOnce((db) =>
  db
    .select({ count: countDistinct(checkouts.id) })
    .from(checkouts)
    .innerJoin(orders, eq(orders.checkoutId, checkouts.id))
    .where(
      and(
        eq(checkouts.buyerPhone, sql.placeholder("buyerPhone")),
        inArray(checkouts.method, DOOR_METHODS),
        gt(orders.cashVnd, 0),
        inArray(orders.status, [...OPEN_ORDER_STATUSES]),
      ),
    )
    .limit(1)
    .prepare(),
);

/** How many checkouts of this phone wait to be paid at the door. */
export async function countOpenCashOf(db: ReadDatabase, buyerPhone: string): Promise<number> {
  const [open] = await countOpenCash(db).execute({ buyerPhone });
  return open?.count ?? 0;
}

/** Which checkout this is and how it stands, or null. */
export async function findCheckoutId(
  db: ReadDatabase,
  code: string,
): Promise<{ id: string; status: CheckoutStatus } | null> {
  const [row] = await db
    .select({ id: checkouts.id, status: checkouts.status })
    .from(checkouts)
    .where(eq(checkouts.code, code))
    .limit(1);
  return row ?? null;
}

/** A checkout with its orders and their lines, or null. */
export async function loadCheckout(
  db: ReadDatabase,
  checkoutId: string,
): Promise<CheckoutRecord | null> {
  const [found] = await db
    .select({
      id: checkouts.id,
      code: checkouts.code,
      buyerName: checkouts.buyerName,
      buyerPhone: checkouts.buyerPhone,
      status: checkouts.status,
      method: checkouts.method,
      totalVnd: checkouts.totalVnd,
      voucherVnd: checkouts.voucherVnd,
      payBy: checkouts.payBy,
    })
    .from(checkouts)
    .where(eq(checkouts.id, checkoutId))
    .limit(1);
  if (!found) return null;
  const { buyerName, ...checkout } = found;
  const isBuyerGone = buyerName === "";
  const rows = await selectOrders(db).where(eq(orders.checkoutId, checkoutId));
  const records = await withLineItems(db, rows);
  return {
    ...checkout,
    isBuyerGone,
    orders: records.toSorted((a, b) => compareOrderCodes(a.code, b.code)),
  };
}

/** An order with its lines, or null. Whether the person may see it is for the caller to ask. */
export async function loadOrder(db: ReadDatabase, orderCode: string): Promise<OrderRecord | null> {
  const rows = await selectOrders(db).where(eq(orders.code, orderCode)).limit(1);
  const [order] = await withLineItems(db, rows);
  return order ?? null;
}

/** Checkouts whose deadline has passed unpaid, the longest overdue first. */
export async function listDueCheckoutIds(
  db: ReadDatabase,
  due: { atInstant: number; limit: number },
): Promise<string[]> {
  const rows = await db
    .select({ id: checkouts.id })
    .from(checkouts)
    .where(and(eq(checkouts.status, "awaiting_payment"), lte(checkouts.payBy, due.atInstant)))
    .orderBy(asc(checkouts.payBy))
    .limit(due.limit);
  return rows.map((row) => row.id);
}

/** Orders that move by themselves now, the longest overdue first. */
export async function listOverdueOrders(
  db: ReadDatabase,
  due: { atInstant: number; limit: number },
): Promise<{ code: string; status: OrderStatus }[]> {
  return db
    .select({ code: orders.code, status: orders.status })
    .from(orders)
    .where(and(isNotNull(orders.clockAt), lte(orders.clockAt, due.atInstant)))
    .orderBy(asc(orders.clockAt))
    .limit(due.limit);
}

function selectOrders(db: ReadDatabase) {
  return db
    .select({
      id: orders.id,
      code: orders.code,
      checkoutId: orders.checkoutId,
      checkoutCode: checkouts.code,
      householdId: orders.householdId,
      sellerCommuneCode: orders.sellerCommuneCode,
      status: orders.status,
      method: checkouts.method,
      channel: checkouts.channel,
      shippingVnd: orders.shippingVnd,
      totalVnd: orders.totalVnd,
      voucherVnd: orders.voucherVnd,
      commissionVnd: orders.commissionVnd,
      vatVnd: orders.vatVnd,
      pitVnd: orders.pitVnd,
      shippingVatBps: orders.shippingVatBps,
      shippingPitBps: orders.shippingPitBps,
      cashVnd: orders.cashVnd,
      shippedAt: orders.shippedAt,
      deliveredAt: orders.deliveredAt,
      statusBy: orders.statusBy,
      clockAt: orders.clockAt,
      pickupPoint: orders.pickupPoint,
    })
    .from(orders)
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId));
}

async function withLineItems(
  db: ReadDatabase,
  rows: readonly Omit<OrderRecord, "lineItems">[],
): Promise<OrderRecord[]> {
  const lines = await db
    .select({
      id: lineItems.id,
      orderId: lineItems.orderId,
      productId: lineItems.productId,
      ocopSet: lineItems.ocopSet,
      stars: lineItems.stars,
      quantity: lineItems.quantity,
      unitPriceVnd: lineItems.unitPriceVnd,
      totalVnd: lineItems.totalVnd,
      voucherVnd: lineItems.voucherVnd,
      commissionBps: lineItems.commissionBps,
      vatBps: lineItems.vatBps,
      pitBps: lineItems.pitBps,
    })
    .from(lineItems)
    .where(
      inArray(
        lineItems.orderId,
        rows.map((row) => row.id),
      ),
    )
    .orderBy(asc(lineItems.id));
  const byOrder = new Map<string, LineItemRecord[]>();
  for (const { orderId, ...line } of lines) {
    byOrder.set(orderId, [...(byOrder.get(orderId) ?? []), line]);
  }
  return rows.map((row) => ({ ...row, lineItems: byOrder.get(row.id) ?? [] }));
}
