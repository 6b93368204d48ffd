import { nextShipDay } from "~/domain/households/ship-days";
import type { ShippingRules } from "~/domain/households/shipping-rules";
import { addDays, type LocalDate } from "~/platform/period";
import type { ShippingZone } from "./shipping-zones";

/** When a parcel that is ordered today comes: the first and the last day. */
export type Arrival = { from: LocalDate; to: LocalDate };

/** Days on the road, as carriers name them for ordinary parcels from the mountains and the delta; the Tết rush not counted. */
const TRAVEL_DAYS: Record<ShippingZone, { min: number; max: number }> = {
  in_province: { min: 1, max: 2 },
  near: { min: 2, max: 4 },
  elsewhere: { min: 3, max: 6 },
};

/** A household has two days to confirm, and sends on its next day of sending after that. */
const CONFIRM_DAYS = 2;

/** @param zone where the parcel goes */
export function arrivalOf(
  today: LocalDate,
  { shipDays, zone }: Pick<ShippingRules, "shipDays"> & { zone: ShippingZone },
): Arrival {
  const sentAfter = (day: LocalDate) => nextShipDay({ shipDays }, day) ?? addDays(day, 1);
  const { min, max } = TRAVEL_DAYS[zone];
  return {
    from: addDays(sentAfter(today), min),
    to: addDays(sentAfter(addDays(today, CONFIRM_DAYS)), max),
  };
}
