import { and, asc, desc, eq, inArray, lt, sql } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { households } from "~db/schema/households";
import { checkouts, orders } from "~db/schema/orders";
import { communes, provinces } from "~db/schema/places";
import { harvests, preorderEvents, preorders } from "~db/schema/preorders";
import { readingKey } from "~/domain/identity/link-key.server";
import { isSamePhone } from "~/domain/identity/phone";
import { isInScope, type Scope } from "~/domain/identity/scope";
import type { OrderStatus } from "~/domain/orders/order-status";
import { now } from "~/platform/clock.server";
import { builtOnce, reader } from "~/platform/db.server";
import { localDateOf } from "~/platform/period";
import { readReadableCode } from "~/platform/readable-code";
import { isTaking } from "./harvest-status";
import { countPromised } from "./queries-records.server";
import type { HarvestView, OpenHarvest, PreorderOutcome, PreorderView } from "./types";

const LISTED_MAX = 500;
const OWN_MAX = 50;

const selectActive = builtOnce((db) =>
  db
    .select({
      id: harvests.id,
      status: harvests.status,
      harvestFrom: harvests.harvestFrom,
      harvestTo: harvests.harvestTo,
      closesOn: harvests.closesOn,
      capCount: harvests.capCount,
      unitPriceVnd: harvests.unitPriceVnd,
    })
    .from(harvests)
    .where(
      and(
        eq(harvests.productId, sql.placeholder("productId")),
        inArray(harvests.status, ["open", "closed"]),
      ),
    )
    .limit(1)
    .prepare(),
);

/** The harvest of a product that buyers may be put on the list of today, or null. */
export async function findOpenHarvest(productId: string): Promise<OpenHarvest | null> {
  const [harvest] = await selectActive().execute({ productId });
  if (!harvest || !isTaking(harvest, localDateOf(now()))) return null;
  const promisedCount = await countPromised(reader(), harvest.id);
  const { status: _status, capCount, ...rest } = harvest;
  return { ...rest, leftCount: Math.max(0, capCount - promisedCount) };
}

/** A place on a list, for whoever has its link. */
export async function findPreorder(code: string): Promise<PreorderView | null> {
  const [row] = await reader()
    .select({
      id: preorders.id,
      harvestId: preorders.harvestId,
      code: preorders.code,
      status: preorders.status,
      productSlug: products.slug,
      productName: products.name,
      productNameEn: products.nameEn,
      packLabel: products.packLabel,
      packLabelEn: products.packLabelEn,
      householdName: households.name,
      householdPhone: households.phone,
      packCount: preorders.packCount,
      unitPriceVnd: harvests.unitPriceVnd,
      harvestFrom: harvests.harvestFrom,
      harvestTo: harvests.harvestTo,
      buyerName: preorders.buyerName,
      buyerPhone: preorders.buyerPhone,
      addressLine: preorders.addressLine,
      communeName: communes.name,
      provinceName: provinces.name,
      placedAt: preorders.placedAt,
      isSample: preorders.isSample,
      checkoutCode: checkouts.code,
      orderStatus: orders.status,
    })
    .from(preorders)
    .innerJoin(harvests, eq(harvests.id, preorders.harvestId))
    .innerJoin(products, eq(products.id, harvests.productId))
    .innerJoin(households, eq(households.id, products.householdId))
    .innerJoin(communes, eq(communes.code, preorders.communeCode))
    .innerJoin(provinces, eq(provinces.code, communes.provinceCode))
    .leftJoin(checkouts, eq(checkouts.id, preorders.checkoutId))
    .leftJoin(orders, eq(orders.checkoutId, checkouts.id))
    .where(eq(preorders.code, code))
    .limit(1);
  if (!row) return null;
  const { id, harvestId, addressLine, communeName, provinceName, orderStatus, ...preorder } = row;
  const isAhead = and(
    eq(preorders.harvestId, harvestId),
    eq(preorders.status, "waiting"),
    lt(preorders.id, id),
  );
  return {
    ...preorder,
    reason: await findReason(id),
    outcome: orderStatus && outcomeOf(orderStatus),
    address: [addressLine, communeName, provinceName].join(", "),
    aheadCount: await reader().$count(preorders, isAhead),
  };
}

/** Why a household struck the place; blank for all others. */
async function findReason(preorderId: string): Promise<string> {
  const [event] = await reader()
    .select({ reason: preorderEvents.reason })
    .from(preorderEvents)
    .where(eq(preorderEvents.preorderId, preorderId))
    .orderBy(desc(preorderEvents.id))
    .limit(1);
  return event?.reason ?? "";
}

const VOID_STATUSES: readonly OrderStatus[] = ["expired", "cancelled", "refused", "lost"];

function outcomeOf(status: OrderStatus): PreorderOutcome {
  if (status === "awaiting_payment") return "unpaid";
  return VOID_STATUSES.includes(status) ? "void" : "paid";
}

/** The newest harvest of a product with its list, 500 places at most; null where there was none, and outside the scope. */
export async function findHarvest(scope: Scope, productId: string): Promise<HarvestView | null> {
  const [row] = await reader()
    .select({
      id: harvests.id,
      householdId: products.householdId,
      status: harvests.status,
      harvestFrom: harvests.harvestFrom,
      harvestTo: harvests.harvestTo,
      closesOn: harvests.closesOn,
      capCount: harvests.capCount,
      unitPriceVnd: harvests.unitPriceVnd,
      isSample: harvests.isSample,
    })
    .from(harvests)
    .innerJoin(products, eq(products.id, harvests.productId))
    .where(eq(harvests.productId, productId))
    .orderBy(sql`${harvests.status} = 'ended'`, desc(harvests.openedAt), desc(harvests.id))
    .limit(1);
  if (!row || !isInScope(scope, row.householdId)) return null;
  const { householdId: _household, ...harvest } = row;
  const isWaiting = and(eq(preorders.harvestId, row.id), eq(preorders.status, "waiting"));
  const listed = await reader()
    .select({
      code: preorders.code,
      buyerName: preorders.buyerName,
      buyerPhone: preorders.buyerPhone,
      packCount: preorders.packCount,
      status: preorders.status,
      placedAt: preorders.placedAt,
      checkoutCode: checkouts.code,
      orderStatus: orders.status,
    })
    .from(preorders)
    .leftJoin(checkouts, eq(checkouts.id, preorders.checkoutId))
    .leftJoin(orders, eq(orders.checkoutId, checkouts.id))
    .where(eq(preorders.harvestId, row.id))
    .orderBy(asc(preorders.id))
    .limit(LISTED_MAX);
  return {
    ...harvest,
    promisedCount: await countPromised(reader(), row.id),
    waitingCount: await reader().$count(preorders, isWaiting),
    preorders: listed.map(({ orderStatus, ...one }) => ({
      ...one,
      outcome: orderStatus && outcomeOf(orderStatus),
    })),
  };
}

/**
 * The place that a buyer looks for by its number and their phone, however both are written; null when they do not belong
 * together. Asking is for the caller to limit.
 */
export async function findPreorderByPhone(
  typedCode: string,
  phone: string,
): Promise<{ code: string; key: string } | null> {
  const code = readReadableCode("DT", typedCode);
  if (code === null) return null;
  const [preorder] = await reader()
    .select({ buyerPhone: preorders.buyerPhone })
    .from(preorders)
    .where(eq(preorders.code, code))
    .limit(1);
  if (!preorder || !isSamePhone(preorder.buyerPhone, phone)) return null;
  return { code, key: readingKey("preorder", code) };
}

/** A signed-in buyer's places, newest first; at most 50. */
export async function listBuyersPreorders(buyerId: string) {
  return reader()
    .select({
      code: preorders.code,
      status: preorders.status,
      packCount: preorders.packCount,
      productName: products.name,
      productNameEn: products.nameEn,
    })
    .from(preorders)
    .innerJoin(harvests, eq(harvests.id, preorders.harvestId))
    .innerJoin(products, eq(products.id, harvests.productId))
    .where(eq(preorders.buyerId, buyerId))
    .orderBy(desc(preorders.id))
    .limit(OWN_MAX);
}
