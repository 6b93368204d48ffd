import { and, desc, eq, isNull, lte, sql } from "drizzle-orm";
import { shipments, shippingTariffs } from "~db/schema/fulfilment";
import { orders } from "~db/schema/orders";
import { communes } from "~db/schema/places";
import { now } from "~/platform/clock.server";
import { builtOnce, reader, type ReadDatabase } from "~/platform/db.server";
import { settings } from "~/platform/env.server";
import { present } from "~/platform/invariant";
import type { Vnd } from "~/platform/money";
import { localDateOf, type LocalDate } from "~/platform/period";
import type { Parcel } from "./change-parcel.server";
import { parcelGrams, shippingCost, type ParcelLine } from "./shipping-cost";
import { rateIn, type ShippingTariff } from "./shipping-tariff";
import { zoneOf, type ShippingZone } from "./shipping-zones";

const selectProvinceOf = builtOnce((db) =>
  db
    .select({ provinceCode: communes.provinceCode })
    .from(communes)
    .where(eq(communes.code, sql.placeholder("communeCode")))
    .limit(1)
    .prepare(),
);

/** Where a parcel goes, as the tariff sees it. */
export type Destination = { zone: ShippingZone; tariff: ShippingTariff };

/** The zone of a commune and today's tariff; null for a commune that does not exist. */
export async function findDestination(
  db: ReadDatabase,
  communeCode: string,
): Promise<Destination | null> {
  const [commune] = await selectProvinceOf(db).execute({ communeCode });
  if (!commune) return null;
  const tariff = await currentTariff(db, localDateOf(now()));
  const zone = zoneOf(commune.provinceCode, { ...tariff, provinceCode: settings().PROVINCE });
  return { zone, tariff };
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

/** How the parcel of an order goes, as it stands now; null: it was not shipped, or its buyer comes for it. */
export async function findParcel(orderCode: string): Promise<Parcel | null> {
  const [parcel] = await reader()
    .select({ carrier: shipments.carrier, trackingCode: shipments.trackingCode })
    .from(shipments)
    .innerJoin(orders, eq(orders.id, shipments.orderId))
    .where(and(eq(orders.code, orderCode), isNull(orders.pickupPoint)))
    .limit(1);
  return parcel ?? null;
}

/** The tariff in force on that day. Throws when none was ever set: the reference data are missing. */
export async function currentTariff(
  db: ReadDatabase,
  localDate: LocalDate,
): Promise<ShippingTariff> {
  const [row] = await selectTariff(db).execute({ localDate });
  return tariffOf(present(row, `no shipping tariff on ${localDate}`));
}

/** What these packs cost to send today, to each zone. */
export async function shippingByZone(
  lines: readonly ParcelLine[],
): Promise<Record<ShippingZone, Vnd>> {
  const tariff = await currentTariff(reader(), localDateOf(now()));
  const grams = parcelGrams(lines, tariff.volumetricDivisor);
  const costIn = (zone: ShippingZone) => shippingCost(grams, rateIn(tariff, zone));
  return {
    in_province: costIn("in_province"),
    near: costIn("near"),
    elsewhere: costIn("elsewhere"),
  };
}

const selectTariff = builtOnce((db) =>
  db
    .select()
    .from(shippingTariffs)
    .where(
      and(
        isNull(shippingTariffs.withdrawnAt),
        lte(shippingTariffs.effectiveOn, sql.placeholder("localDate")),
      ),
    )
    .orderBy(
      desc(shippingTariffs.effectiveOn),
      desc(shippingTariffs.enteredAt),
      desc(shippingTariffs.id),
    )
    .limit(1)
    .prepare(),
);

export function tariffOf(row: typeof shippingTariffs.$inferSelect): ShippingTariff {
  return {
    effectiveOn: row.effectiveOn,
    stepGrams: row.stepGrams,
    volumetricDivisor: row.volumetricDivisor,
    nearProvinceCodes: row.nearProvinceCodes,
    rates: {
      in_province: { firstStepVnd: row.inProvinceFirstVnd, nextStepVnd: row.inProvinceNextVnd },
      near: { firstStepVnd: row.nearFirstVnd, nextStepVnd: row.nearNextVnd },
      elsewhere: { firstStepVnd: row.elsewhereFirstVnd, nextStepVnd: row.elsewhereNextVnd },
    },
  };
}
