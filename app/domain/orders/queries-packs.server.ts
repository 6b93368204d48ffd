import { and, asc, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { lotEvents, lots, products, stockReservations } from "~db/schema/catalog";
import { households } from "~db/schema/households";
import { lineItems, orders } from "~db/schema/orders";
import { outlastedDay } from "~/domain/catalog/lot-state";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { present } from "~/platform/invariant";
import { localDateOf } from "~/platform/period";
import { OPEN_ORDER_STATUSES } from "./order-progress";
import { LINE_COUNT_MAX } from "./order-totals";
import type { OrderPacks, RecallNotice } from "./types-recall";

const PACKS_MAX = 200;

/** Which lot the packs of an order are taken from, or were. The caller has checked the scope. */
export async function listOrderPacks(order: {
  id: string;
  isSent: boolean;
}): Promise<OrderPacks[]> {
  const lastsBeyond = outlastedDay(localDateOf(now()), order.isSent);
  const rows = await reader()
    .select({
      productName: lineItems.productName,
      lotCode: lots.code,
      quantity: stockReservations.quantity,
      recalledAt: lots.recalledAt,
      expiresOn: lots.expiresOn,
      status: stockReservations.status,
    })
    .from(lineItems)
    .innerJoin(stockReservations, eq(stockReservations.lineItemId, lineItems.id))
    .innerJoin(lots, eq(lots.id, stockReservations.lotId))
    .where(
      and(eq(lineItems.orderId, order.id), inArray(stockReservations.status, ["held", "consumed"])),
    )
    .orderBy(asc(lineItems.id), asc(lots.code))
    .limit(PACKS_MAX);
  return rows.map(({ recalledAt, status, ...packs }) => ({
    ...packs,
    isRecalled: recalledAt !== null,
    isTooOld: status === "held" && packs.expiresOn !== null && packs.expiresOn <= lastsBeyond,
  }));
}

/** What of a checkout belongs to lots that are recalled now. The caller has checked the key or the person. */
export async function listRecallNotices(checkoutId: string): Promise<RecallNotice[]> {
  const rows = await reader()
    .select({
      lotCode: lots.code,
      productName: lineItems.productName,
      productNameEn: lineItems.productNameEn,
      quantity: stockReservations.quantity,
      reason: lotEvents.reason,
      instruction: lotEvents.instruction,
      householdName: households.name,
      householdPhone: households.phone,
    })
    .from(orders)
    .innerJoin(lineItems, eq(lineItems.orderId, orders.id))
    .innerJoin(stockReservations, eq(stockReservations.lineItemId, lineItems.id))
    .innerJoin(lots, eq(lots.id, stockReservations.lotId))
    .innerJoin(
      lotEvents,
      and(eq(lotEvents.lotId, lots.id), eq(lotEvents.occurredAt, lots.recalledAt)),
    )
    .innerJoin(products, eq(products.id, lots.productId))
    .innerJoin(households, eq(households.id, products.householdId))
    .where(
      and(
        eq(orders.checkoutId, checkoutId),
        inArray(orders.status, ["awaiting_payment", ...OPEN_ORDER_STATUSES, "delivered"]),
        inArray(stockReservations.status, ["held", "consumed"]),
        isNotNull(lots.recalledAt),
        eq(lotEvents.kind, "recalled"),
      ),
    )
    .orderBy(asc(lots.code), desc(lotEvents.id))
    .limit(LINE_COUNT_MAX);
  return rows.map(({ instruction, ...notice }) => ({
    ...notice,
    instruction: present(instruction, "a recall without its instruction"),
  }));
}
