import { and, asc, eq, inArray } from "drizzle-orm";
import { lots, stockReservations } from "~db/schema/catalog";
import { checkouts, lineItems, orders } from "~db/schema/orders";
import { communes, provinces } from "~db/schema/places";
import { outlastedDay } from "~/domain/catalog/lot-state";
import { isService } from "~/domain/catalog/ocop-sets";
import { isInScope, type Scope } from "~/domain/identity/scope";
import { now } from "~/platform/clock.server";
import { reader } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import type { PackingLine, PackingOrder, PackingSheet } from "./types-packing";

/** Of one sheet: what a household packs in a day, and what a printer takes. */
const ORDERS_MAX = 100;

/**
 * What a household has confirmed and not packed yet: all of it together by product, then order by order, the one that
 * would cancel itself first on top. Services are not packed. Null outside the scope.
 */
export async function findPackingSheet(
  scope: Scope,
  householdId: string,
): Promise<PackingSheet | null> {
  if (!isInScope(scope, householdId)) return null;
  const isWaiting = and(eq(orders.householdId, householdId), eq(orders.status, "confirmed"));
  const rows = await reader()
    .select({
      id: orders.id,
      code: orders.code,
      buyerName: checkouts.buyerName,
      buyerPhone: checkouts.buyerPhone,
      addressLine: checkouts.addressLine,
      communeName: communes.name,
      provinceName: provinces.name,
      note: checkouts.note,
      cashVnd: orders.cashVnd,
      pickupPoint: orders.pickupPoint,
      clockAt: orders.clockAt,
    })
    .from(orders)
    .innerJoin(checkouts, eq(checkouts.id, orders.checkoutId))
    .innerJoin(communes, eq(communes.code, checkouts.communeCode))
    .innerJoin(provinces, eq(provinces.code, communes.provinceCode))
    .where(isWaiting)
    .orderBy(asc(orders.clockAt), asc(orders.placedAt), asc(orders.id))
    .limit(ORDERS_MAX);
  const lines = await linesOf(rows.map(({ id, pickupPoint }) => ({ id, isSent: !pickupPoint })));
  const parcels = rows.flatMap(({ id, ...order }): PackingOrder[] => {
    const own = lines.get(id);
    return own ? [{ ...order, lines: own }] : [];
  });
  const waitingCount =
    rows.length < ORDERS_MAX ? parcels.length : await reader().$count(orders, isWaiting);
  return { products: sumProducts(parcels), orders: parcels, waitingCount };
}

/** By order, in the order in which they were bought; with the lots that they are taken from. */
async function linesOf(
  sheet: readonly { id: string; isSent: boolean }[],
): Promise<Map<string, PackingLine[]>> {
  const isSentOf = new Map(sheet.map(({ id, isSent }) => [id, isSent]));
  const rows = await reader()
    .select({
      orderId: lineItems.orderId,
      lineItemId: lineItems.id,
      productName: lineItems.productName,
      packLabel: lineItems.packLabel,
      ocopSet: lineItems.ocopSet,
      quantity: lineItems.quantity,
      lotCode: lots.code,
      lotQuantity: stockReservations.quantity,
      recalledAt: lots.recalledAt,
      expiresOn: lots.expiresOn,
    })
    .from(lineItems)
    .leftJoin(
      stockReservations,
      and(
        eq(stockReservations.lineItemId, lineItems.id),
        inArray(stockReservations.status, ["held", "consumed"]),
      ),
    )
    .leftJoin(lots, eq(lots.id, stockReservations.lotId))
    .where(inArray(lineItems.orderId, [...isSentOf.keys()]))
    .orderBy(asc(lineItems.id), asc(lots.code));
  const today = localDateOf(now());
  const byLine = new Map<string, PackingLine>();
  const byOrder = new Map<string, PackingLine[]>();
  for (const row of rows) {
    if (isService(row.ocopSet)) continue;
    const { orderId, lineItemId, productName, packLabel, quantity, lotCode, lotQuantity } = row;
    let line = byLine.get(lineItemId);
    if (!line) {
      line = { productName, packLabel, quantity, lots: [] };
      byLine.set(lineItemId, line);
      byOrder.set(orderId, [...(byOrder.get(orderId) ?? []), line]);
    }
    if (lotCode === null || lotQuantity === null) continue;
    const isTooOld =
      row.expiresOn !== null && row.expiresOn <= outlastedDay(today, isSentOf.get(orderId) ?? true);
    const isUnfit = row.recalledAt !== null || isTooOld;
    line.lots.push({ lotCode, quantity: lotQuantity, isUnfit });
  }
  return byOrder;
}

/** The same product in the same pack once, in the order of its name. */
function sumProducts(parcels: readonly PackingOrder[]): PackingSheet["products"] {
  const sums = new Map<string, PackingSheet["products"][number]>();
  for (const { lines } of parcels) {
    const seen = new Set<string>();
    for (const line of lines) {
      const name = JSON.stringify([line.productName, line.packLabel]);
      const known = sums.get(name);
      const sum = known ?? { ...line, quantity: 0, lots: [], orderCount: 0 };
      if (!known) sums.set(name, sum);
      sum.quantity += line.quantity;
      if (!seen.has(name)) sum.orderCount += 1;
      seen.add(name);
      for (const lot of line.lots) {
        const same = sum.lots.find(({ lotCode }) => lotCode === lot.lotCode);
        if (!same) sum.lots.push({ ...lot });
        else {
          same.quantity += lot.quantity;
          same.isUnfit ||= lot.isUnfit;
        }
      }
    }
  }
  return [...sums.values()].toSorted((a, b) => a.productName.localeCompare(b.productName, "vi"));
}
