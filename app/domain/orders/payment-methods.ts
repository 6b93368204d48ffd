export const PAYMENT_METHODS = [
  "vietqr", // transfer by VietQR before shipping
  "mobile_money", // the same from a telecom's wallet, which scans VietQR
  "card", // on the card provider's page, before shipping
  "vietqr_on_delivery", // transfer by VietQR once the parcel is there
  "cod", // cash to the carrier at the door
] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** Their households begin before any money has come: it is due at the door. */
export const DOOR_METHODS: PaymentMethod[] = ["vietqr_on_delivery", "cod"];

export function isPaidAtDoor(method: PaymentMethod): boolean {
  return DOOR_METHODS.includes(method);
}

export function isCashless(method: PaymentMethod): boolean {
  return method !== "cod";
}

/**
 * How an order was paid in the end, for the statistics: at the door whatever was taken there in cash makes it a cash
 * sale, and nothing a cashless one. `cashVnd` is the order's, which stands once it is delivered.
 */
export function soldBy(order: { method: PaymentMethod; cashVnd: number }): PaymentMethod {
  if (!isPaidAtDoor(order.method)) return order.method;
  return order.cashVnd > 0 ? "cod" : "vietqr_on_delivery";
}
