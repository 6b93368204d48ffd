import { equalsInConstantTime, keyedDigest } from "~/platform/keys.server";

const KEY_LENGTH = 22; // of base64url: 132 bits

/** What besides an order has a page that whoever has its link may act on. */
export type LinkedThing = "contract" | "preorder";

/** The secret in the address of a buyer's page: whoever has the link acts as its buyer. */
export function linkKey(thing: LinkedThing, code: string): string {
  return keyedDigest(`${thing}-links`, code).slice(0, KEY_LENGTH);
}

export function isLinkKey(thing: LinkedThing, { code, key }: { code: string; key: string }) {
  return equalsInConstantTime(linkKey(thing, code), key);
}
