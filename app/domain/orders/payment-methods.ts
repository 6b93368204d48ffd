export const PAYMENT_METHODS = [
  "vietqr", // transfer by VietQR before shipping
  "cod", // cash to the carrier at the door
] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

export function isCashless(method: PaymentMethod): boolean {
  return method === "vietqr";
}
