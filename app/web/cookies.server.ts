import { settings } from "~/platform/env.server";
import { cartText, readCartText, type CartLine } from "./cart-text";

const CART_DAYS = 30;

type CookieOptions = { maxAgeSeconds: number };

/** What of a request tells its cookies. */
type WithCookies = { headers: { get: (name: "Cookie") => string | null } };

/** One cookie of a request, or null. */
export function readCookie(request: WithCookies, name: string): string | null {
  for (const pair of (request.headers.get("Cookie") ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) {
      try {
        return decodeURIComponent(pair.slice(at + 1).trim());
      } catch {
        return null;
      }
    }
  }
  return null;
}

/** A `Set-Cookie` header: for this site only, unreadable to scripts. */
export function writeCookie(name: string, value: string, { maxAgeSeconds }: CookieOptions): string {
  const secure = settings().PUBLIC_ORIGIN?.startsWith("https://") ? "; Secure" : "";
  return `${name}=${encodeURIComponent(value)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure}`;
}

/**
 * The cart is a cookie: nothing to store, nothing to lose on a line that drops, and prices are always read anew; those
 * in it only say what the buyer saw last. 40 lines are 1,900 characters of the 4,096 that browsers keep.
 */
export function readCart(request: WithCookies): CartLine[] {
  return readCartText(readCookie(request, "cart") ?? "");
}

export function writeCart(lines: readonly CartLine[]): string {
  const days = lines.length === 0 ? 0 : CART_DAYS;
  return writeCookie("cart", cartText(lines), { maxAgeSeconds: days * 86_400 });
}

/** How many packs are in the cart. */
export function cartCount(lines: readonly CartLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0);
}
