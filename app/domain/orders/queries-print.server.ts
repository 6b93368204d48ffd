import { asc, eq, inArray } from "drizzle-orm";
import { lots, stockReservations } from "~db/schema/catalog";
import { households } from "~db/schema/households";
import { checkouts, lineItems, orders } from "~db/schema/orders";
import { communes, provinces } from "~db/schema/places";
import { isPersonalNumber } from "~/domain/households/tax-code";
import { reader } from "~/platform/db.server";
import { LINE_COUNT_MAX } from "./order-totals";
import type { OrderStatus } from "./order-status";
import type { PrintedSeller } from "./types-print";

const LOTS_MAX = 400;
const UNPAID: readonly OrderStatus[] = ["awaiting_payment", "expired"];

/**
 * Who sold what of a checkout and from which lots, as a buyer at a distance has to be told (article 37 of the Consumer
 * Protection Law 19/2023), by order code. The caller has checked the key.
 */
export async function listPrintedSellers(checkoutCode: string): Promise<PrintedSeller[]> {
  const rows = await reader()
    .select({
      orderId: orders.id,
      orderCode: orders.code,
      status: orders.status,
      name: households.name,
      kind: households.kind,
      contactName: households.contactName,
      taxCode: households.taxCode,
      phone: households.phone,
      addressLine: households.addressLine,
      shipDays: households.shipDays,
      communeName: communes.name,
      provinceName: provinces.name,
    })
    .from(orders)
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .innerJoin(households, eq(households.id, orders.householdId))
    .innerJoin(communes, eq(communes.code, households.communeCode))
    .innerJoin(provinces, eq(provinces.code, communes.provinceCode))
    .where(eq(checkouts.code, checkoutCode))
    .limit(LINE_COUNT_MAX);
  const packs = await reader()
    .select({
      orderId: lineItems.orderId,
      productName: lineItems.productName,
      productNameEn: lineItems.productNameEn,
      lotCode: lots.code,
      quantity: stockReservations.quantity,
      madeOn: lots.madeOn,
      expiresOn: lots.expiresOn,
    })
    .from(lineItems)
    .innerJoin(stockReservations, eq(stockReservations.lineItemId, lineItems.id))
    .innerJoin(lots, eq(lots.id, stockReservations.lotId))
    .where(
      inArray(
        lineItems.orderId,
        rows.map((row) => row.orderId),
      ),
    )
    .orderBy(asc(lineItems.id), asc(lots.code))
    .limit(LOTS_MAX);
  return rows.map(({ orderId, status, ...seller }) => ({
    ...seller,
    // A free order that is never paid must not collect the personal numbers of households.
    ...(UNPAID.includes(status) && isPersonalNumber(seller.taxCode ?? "")
      ? { taxCode: null, isTaxCodeHeldBack: true }
      : { isTaxCodeHeldBack: false }),
    packs: packs.flatMap(({ orderId: of, ...pack }) => (of === orderId ? [pack] : [])),
  }));
}
