import { readCookie, writeCookie } from "./cookies.server";

const NAME = "card_return";
const TWO_HOURS_S = 2 * 3_600;

/**
 * The key of the order whose buyer has left for the page of the card provider, for when they come back: it is kept in
 * their browser, because in the address it would be known there.
 */
export function writeCardReturn(code: string, key: string): string {
  return writeCookie(NAME, `${code}.${key}`, { maxAgeSeconds: TWO_HOURS_S });
}

/** Null for whoever did not leave from this order in this browser. */
export function readCardReturn(
  request: Parameters<typeof readCookie>[0],
  code: string,
): string | null {
  const [kept, key] = (readCookie(request, NAME) ?? "").split(".");
  return kept === code && key ? key : null;
}
