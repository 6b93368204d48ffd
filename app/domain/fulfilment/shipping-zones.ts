import { isFresh } from "~/domain/catalog/ocop-sets";
import type { FreshReach } from "~/domain/households/shipping-rules";

/** From here outwards: this shop's province, those that the tariff calls near, all others. */
export const SHIPPING_ZONES = ["in_province", "near", "elsewhere"] as const;
export type ShippingZone = (typeof SHIPPING_ZONES)[number];

/** The zone of a province as carriers price it: by the province that the parcel goes to, not by its distance. */
export function zoneOf(
  provinceCode: string,
  shop: { provinceCode: string; nearProvinceCodes: readonly string[] },
): ShippingZone {
  if (provinceCode === shop.provinceCode) return "in_province";
  return shop.nearProvinceCodes.includes(provinceCode) ? "near" : "elsewhere";
}

/** Whether a household sends this kind of goods that far. */
export function isShippedTo(zone: ShippingZone, ocopSet: number, freshReach: FreshReach): boolean {
  if (!isFresh(ocopSet) || freshReach === "anywhere") return true;
  return SHIPPING_ZONES.indexOf(zone) <= SHIPPING_ZONES.indexOf(freshReach);
}
