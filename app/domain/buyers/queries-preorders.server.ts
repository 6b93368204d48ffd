import { asc, eq, type SQL } from "drizzle-orm";
import { products } from "~db/schema/catalog";
import { harvests, preorderEvents, preorders } from "~db/schema/preorders";
import { reader } from "~/platform/db.server";
import { isoInstant } from "~/platform/period";
import { eventData, groupBy } from "./event-data";
import { OWN_MAX } from "./queries-own.server";
import type { PreorderData } from "./types-export";

/** All that is kept of the places on lists of harvests that `which` (of `preorders`) names, the oldest first. */
export async function listPreorders(which: SQL): Promise<PreorderData[]> {
  const rows = await reader()
    .select({ preorder: preorders, product: products.slug, unitPriceVnd: harvests.unitPriceVnd })
    .from(preorders)
    .innerJoin(harvests, eq(harvests.id, preorders.harvestId))
    .innerJoin(products, eq(products.id, harvests.productId))
    .where(which)
    .orderBy(asc(preorders.placedAt), asc(preorders.id))
    .limit(OWN_MAX);
  const events = await reader()
    .select({ event: preorderEvents })
    .from(preorderEvents)
    .innerJoin(preorders, eq(preorders.id, preorderEvents.preorderId))
    .where(which)
    .orderBy(asc(preorderEvents.id))
    .limit(OWN_MAX);
  const eventsOf = groupBy(events, ({ event }) => event.preorderId);
  return rows.map(({ preorder, product, unitPriceVnd }) => ({
    code: preorder.code,
    product,
    packCount: preorder.packCount,
    unitPriceVnd,
    status: preorder.status,
    placedAt: isoInstant(preorder.placedAt),
    buyerName: preorder.buyerName,
    buyerPhone: preorder.buyerPhone,
    communeCode: preorder.communeCode,
    addressLine: preorder.addressLine,
    events: (eventsOf.get(preorder.id) ?? []).map(({ event }) =>
      eventData({ ...event, words: null }),
    ),
  }));
}
