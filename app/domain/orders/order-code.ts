import { invariant } from "~/platform/invariant";

/** The code of a checkout's first, second ... order: `UQ7K3M9PQ-1`. */
export function orderCodeOf(checkoutCode: string, orderNumber: number): string {
  invariant(Number.isInteger(orderNumber) && orderNumber >= 1, `bad order number: ${orderNumber}`);
  return `${checkoutCode}-${orderNumber}`;
}

/** For sorting: as text, order 10 of a checkout comes before order 2. */
export function compareOrderCodes(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
