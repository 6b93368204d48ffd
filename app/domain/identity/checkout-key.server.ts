import { linkKey } from "./link-key.server";

/** The secret in the address of a buyer's order page: whoever has the link acts as its buyer, without an account. */
export function checkoutKey(code: string): string {
  return linkKey("order", code);
}
