/** Who brings a parcel: names as everyone writes them, and `self`, which each language says its own way. */
export const CARRIERS = ["VNPost", "Viettel Post", "GHN", "GHTK", "self"] as const;

/** Carriers of a parcel that no courier touches: brought by the household, or nothing that travels. */
export const HOUSEHOLD_CARRIERS: readonly string[] = ["self", ""];

/** True when the household itself stands at the door, and takes the cash there. */
export function isBroughtByHousehold(carrier: string): boolean {
  return HOUSEHOLD_CARRIERS.includes(carrier);
}
