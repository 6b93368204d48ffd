import { equalsInConstantTime, keyedDigest } from "~/platform/keys.server";

const KEY_LENGTH = 22; // of base64url: 132 bits

/** The secret in the address of a buyer's order page: whoever has the link may look, without an account. */
export function checkoutKey(code: string): string {
  return keyedDigest("order-links", code).slice(0, KEY_LENGTH);
}

export function isCheckoutKey(code: string, key: string): boolean {
  return equalsInConstantTime(checkoutKey(code), key);
}
