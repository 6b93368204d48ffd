import { deviceOf, deviceToken } from "~/domain/identity/device-token.server";
import { readCookie, writeCookie } from "./cookies.server";

const NAME = "device";
const DEVICE_SECONDS = 365 * 86_400;

/** The token by which this browser may say that it has signed in before, or null. */
export function readDevice(request: Request): string | null {
  return readCookie(request, NAME);
}

/** A `Set-Cookie` header that takes the token back: the account is no more. */
export function forgetDevice(): string {
  return writeCookie(NAME, "", { maxAgeSeconds: 0 });
}

/** A `Set-Cookie` header for a browser whose person gave the right password. It signs nobody in. */
export function writeDevice(request: Request, phone: string): string {
  const known = readDevice(request);
  const token = known !== null && deviceOf(phone, known) !== null ? known : deviceToken(phone);
  return writeCookie(NAME, token, { maxAgeSeconds: DEVICE_SECONDS });
}
