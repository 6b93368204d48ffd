import { isService } from "~/domain/catalog/ocop-sets";
import { invariant } from "~/platform/invariant";
import { ZERO_VND, multiplyVnd, sumVnd, vnd, type Vnd } from "~/platform/money";

const SHIPPING_ZONES = ["in_province", "elsewhere"] as const;
export type ShippingZone = (typeof SHIPPING_ZONES)[number];

export type ShippingRate = { firstStepVnd: number; nextStepVnd: number; stepGrams: number };
export type ParcelLine = { ocopSet: number; weightGrams: number; quantity: number };

/** What one household's parcel weighs, in grams; null when there is nothing to send: services only (set 26). */
export function parcelGrams(lines: readonly ParcelLine[]): number | null {
  const goods = lines.filter((line) => !isService(line.ocopSet));
  if (goods.length === 0) return null;
  return goods.reduce((sum, line) => sum + line.weightGrams * line.quantity, 0);
}

/** The first step, and each further step begun. A parcel of no weight still travels; no parcel costs nothing. */
export function shippingCost(grams: number | null, rate: ShippingRate): Vnd {
  if (grams === null) return ZERO_VND;
  invariant(Number.isSafeInteger(grams) && grams >= 0, `bad weight: ${grams}`);
  invariant(Number.isSafeInteger(rate.stepGrams) && rate.stepGrams >= 1, "bad shipping step");
  const furtherSteps = Math.max(0, Math.ceil(grams / rate.stepGrams) - 1);
  return sumVnd([rate.firstStepVnd, multiplyVnd(vnd(rate.nextStepVnd), furtherSteps)]);
}
