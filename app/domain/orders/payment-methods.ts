export const PAYMENT_METHODS = [
  "vietqr", // transfer by VietQR before shipping
  "mobile_money", // the same from a telecom's wallet, which scans VietQR
  "card", // on the card provider's page, before shipping
  "vietqr_on_delivery", // transfer by VietQR once the parcel is there
  "cod", // cash to the carrier at the door
] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** Whether the households begin before any money has come: it is due at the door. */
export function isPaidAtDoor(method: PaymentMethod): boolean {
  return method === "vietqr_on_delivery" || method === "cod";
}

export function isCashless(method: PaymentMethod): boolean {
  return method !== "cod";
}
