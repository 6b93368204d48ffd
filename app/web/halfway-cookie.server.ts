import { HALFWAY_MS } from "~/domain/identity/halfway-token.server";
import { readCookie, writeCookie } from "./cookies.server";

const NAME = "halfway";

/** The token of who gave a right password here and has the second step before them, or null. */
export function readHalfway(request: Request): string | null {
  return readCookie(request, NAME);
}

/** A `Set-Cookie` header for who goes on to the second step. It signs nobody in. */
export function writeHalfway(token: string): string {
  return writeCookie(NAME, token, { maxAgeSeconds: HALFWAY_MS / 1_000 });
}

/** A `Set-Cookie` header that takes it back: they are in. */
export function forgetHalfway(): string {
  return writeCookie(NAME, "", { maxAgeSeconds: 0 });
}
