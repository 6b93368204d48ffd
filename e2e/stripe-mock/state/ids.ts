import { randomInt } from "node:crypto";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** An id as Stripe's look: `pi_` and 24 letters or digits, those of checkout sessions longer. */
export function newId(prefix: string, length = 24): string {
  let id = `${prefix}_`;
  for (let i = 0; i < length; i += 1) id += LETTERS.charAt(randomInt(LETTERS.length));
  return id;
}

/** The id where Stripe's types allow the whole object in its place: here it is always stored as the id. */
export function idOf(reference: string | { id: string } | null | undefined): string | null {
  if (reference == null) return null;
  return typeof reference === "string" ? reference : reference.id;
}
