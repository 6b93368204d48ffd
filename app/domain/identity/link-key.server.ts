import { equalsInConstantTime, keyedDigest } from "~/platform/keys.server";

const KEY_LENGTH = 22; // of base64url: 132 bits

/**
 * What has a page that is opened by a key in its address; an e-mail has the one that says it is its reader's, a consent the
 * one by which its household ends it, `helped` the one by which an agent goes on who knew the household's phone.
 */
export type LinkedThing = "order" | "contract" | "preorder" | "email" | "consent" | "helped";

/** What a link is good for: `act` does all that the buyer may do, `read` shows. */
export type LinkPower = "act" | "read";

/** The secret in the link that only the buyer was given: whoever has it acts as the buyer. */
export function linkKey(thing: LinkedThing, code: string): string {
  return keyedDigest(`${thing}-links`, code).slice(0, KEY_LENGTH);
}

/**
 * The secret of a link that shows and does nothing. Whoever knows number and phone is given it: the seller and the carrier
 * know both, and must not say in the buyer's name that goods came or that a contract is agreed.
 */
export function readingKey(thing: LinkedThing, code: string): string {
  return keyedDigest(`${thing}-reading`, code).slice(0, KEY_LENGTH);
}

/** What has this number, by how it begins; the numbers of orders begin with the letters of a checkout. */
export function thingOfCode(code: string): "order" | "contract" | "preorder" {
  if (code.startsWith("HD-")) return "contract";
  return code.startsWith("DT-") ? "preorder" : "order";
}

/** The buyer's own key of whatever has this number. */
export function keyOfCode(code: string): string {
  return linkKey(thingOfCode(code), code);
}

/** What this key opens of this thing; null: nothing. */
export function powerOfKey(
  thing: LinkedThing,
  { code, key }: { code: string; key: string },
): LinkPower | null {
  if (equalsInConstantTime(linkKey(thing, code), key)) return "act";
  return equalsInConstantTime(readingKey(thing, code), key) ? "read" : null;
}
