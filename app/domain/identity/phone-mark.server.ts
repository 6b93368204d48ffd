import { keyedDigest } from "~/platform/keys.server";

/** In the place of a phone whose account was deleted: what was sent to it is still counted, and nobody reads the number. */
export function phoneMark(phone: string): string {
  return keyedDigest("phone-codes", phone);
}
