import { settings } from "~/platform/env.server";

const CART_DAYS = 30;
const MAX_COOKIE_CHARS = 3_800; // browsers drop cookies of more than 4,096 bytes

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

export type CartLine = { productId: string; quantity: number };
const MAX_CART_LINES = 40;

/**
 * The cart is a cookie: nothing to store, nothing to lose on a line that drops, and prices are always read anew.
 * Anything in it that is not a product id and a quantity is left out.
 */
export function readCart(request: WithCookies): CartLine[] {
  const lines = new Map<string, number>();
  for (const part of (readCookie(request, "cart") ?? "").split("~")) {
    const match = /^([0-9a-f]{32})\.([1-9]\d{0,2})$/.exec(part);
    if (match?.[1] && match[2] && lines.size < MAX_CART_LINES) {
      lines.set(`prd_${match[1]}`, Number(match[2]));
    }
  }
  return Array.from(lines, ([productId, quantity]) => ({ productId, quantity }));
}

export function writeCart(lines: readonly CartLine[]): string {
  const value = lines
    .slice(0, MAX_CART_LINES)
    .map((line) => `${line.productId.replace(/^prd_/, "")}.${line.quantity}`)
    .join("~");
  const days = lines.length === 0 ? 0 : CART_DAYS;
  return writeCookie("cart", value.slice(0, MAX_COOKIE_CHARS), { maxAgeSeconds: days * 86_400 });
}

/** How many packs are in the cart. */
export function cartCount(lines: readonly CartLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0);
}
