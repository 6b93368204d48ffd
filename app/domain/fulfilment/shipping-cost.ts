import { isService } from "~/domain/catalog/ocop-sets";
import { volumeCm3, type PackageSize } from "~/domain/catalog/package-size";
import { invariant } from "~/platform/invariant";
import { ZERO_VND, multiplyVnd, sumVnd, vnd, type Vnd } from "~/platform/money";

export type ShippingRate = { firstStepVnd: number; nextStepVnd: number; stepGrams: number };
export type ParcelLine = {
  ocopSet: number;
  weightGrams: number;
  packageSize: PackageSize | null;
  quantity: number;
};

/**
 * What one household's parcel counts as, in grams: its weight or, where that is more, its volume as carriers reckon
 * it. Null when there is nothing to send: services only (set 26). Packs that nobody measured take up no room: no
 * buyer pays for a guess.
 * @param volumetricDivisor cm3 that count as 1 kg
 */
export function parcelGrams(
  lines: readonly ParcelLine[],
  volumetricDivisor: number,
): number | null {
  invariant(Number.isSafeInteger(volumetricDivisor) && volumetricDivisor >= 1, "bad divisor");
  const goods = lines.filter((line) => !isService(line.ocopSet));
  if (goods.length === 0) return null;
  const weightGrams = goods.reduce((sum, line) => sum + line.weightGrams * line.quantity, 0);
  const cm3 = goods.reduce(
    (sum, { packageSize, quantity }) =>
      packageSize === null ? sum : sum + volumeCm3(packageSize) * quantity,
    0,
  );
  return Math.max(weightGrams, Math.ceil((cm3 * 1_000) / volumetricDivisor));
}

/** The first step, and each further step begun. A parcel of no weight still travels; no parcel costs nothing. */
export function shippingCost(grams: number | null, rate: ShippingRate): Vnd {
  if (grams === null) return ZERO_VND;
  invariant(Number.isSafeInteger(grams) && grams >= 0, `bad weight: ${grams}`);
  invariant(Number.isSafeInteger(rate.stepGrams) && rate.stepGrams >= 1, "bad shipping step");
  const furtherSteps = Math.max(0, Math.ceil(grams / rate.stepGrams) - 1);
  return sumVnd([vnd(rate.firstStepVnd), multiplyVnd(vnd(rate.nextStepVnd), furtherSteps)]);
}

/** Whether the household bears the cost of sending an order of this amount. */
export function isFreeShipping(itemsVnd: number, freeShippingFromVnd: number | null): boolean {
  return freeShippingFromVnd !== null && itemsVnd >= freeShippingFromVnd;
}
