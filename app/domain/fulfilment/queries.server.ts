import { and, desc, eq, lte, sql } from "drizzle-orm";
import { shipments, shippingRates } from "~db/schema/fulfilment";
import { communes } from "~db/schema/places";
import { now } from "~/platform/clock.server";
import { builtOnce, type ReadDatabase } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { present } from "~/platform/invariant";
import type { Vnd } from "~/platform/money";
import { localDateOf, type LocalDate } from "~/platform/period";
import {
  parcelGrams,
  shippingCost,
  type ParcelLine,
  type ShippingRate,
  type ShippingZone,
} from "./shipping-cost";

const selectProvinceOf = builtOnce((db) =>
  db
    .select({ provinceCode: communes.provinceCode })
    .from(communes)
    .where(eq(communes.code, sql.placeholder("communeCode")))
    .limit(1)
    .prepare(),
);

/** In this shop's province, or elsewhere; null for a commune that does not exist. */
export async function findZone(
  db: ReadDatabase,
  communeCode: string,
): Promise<ShippingZone | null> {
  const [commune] = await selectProvinceOf(db).execute({ communeCode });
  if (!commune) return null;
  return commune.provinceCode === settings().PROVINCE ? "in_province" : "elsewhere";
}

/** Who brings the parcel of a shipped order: one of `CARRIERS`, or blank for what does not travel. */
export async function carrierOf(db: ReadDatabase, orderId: string): Promise<string> {
  const [shipment] = await db
    .select({ carrier: shipments.carrier })
    .from(shipments)
    .where(eq(shipments.orderId, orderId))
    .limit(1);
  return present(shipment, `order ${orderId} was not shipped`).carrier;
}

const selectRate = builtOnce((db) =>
  db
    .select()
    .from(shippingRates)
    .where(
      and(
        eq(shippingRates.zone, sql.placeholder("zone")),
        lte(shippingRates.effectiveOn, sql.placeholder("localDate")),
      ),
    )
    .orderBy(desc(shippingRates.effectiveOn), desc(shippingRates.id))
    .limit(1)
    .prepare(),
);

/** The rate in force on that day. Throws when none was ever set: the reference data are missing. */
export async function currentRate(
  db: ReadDatabase,
  params: { zone: ShippingZone; localDate: LocalDate },
): Promise<ShippingRate> {
  const [rate] = await selectRate(db).execute(params);
  return present(rate, `no shipping rate for ${params.zone} on ${params.localDate}`);
}

/** What a parcel of that weight costs today within the province and to the rest of the country. */
export async function shippingByZone(
  db: ReadDatabase,
  grams: number | null,
): Promise<Record<ShippingZone, Vnd>> {
  const localDate = localDateOf(now());
  const costIn = async (zone: ShippingZone) =>
    shippingCost(grams, await currentRate(db, { zone, localDate }));
  return { in_province: await costIn("in_province"), elsewhere: await costIn("elsewhere") };
}

/** What sending each parcel to this commune costs today; null when the commune does not exist. */
export async function estimateShipping(
  db: ReadDatabase,
  params: { communeCode: string; parcels: readonly (readonly ParcelLine[])[] },
): Promise<Vnd[] | null> {
  const zone = await findZone(db, params.communeCode);
  if (zone === null) return null;
  const rate = await currentRate(db, { zone, localDate: localDateOf(now()) });
  return params.parcels.map((lines) => shippingCost(parcelGrams(lines), rate));
}
