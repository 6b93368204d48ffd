import {
  deviceOf,
  deviceToken,
  provenDeviceOf,
  type DeviceWay,
} from "~/domain/identity/device-token.server";
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
  return keep(request, phone, { way: "password", known: deviceOf(phone, readDevice(request)) });
}

/** The same for one in which a code sent to the phone was typed. */
export function writeProvenDevice(request: Request, phone: string): string {
  return keep(request, phone, { way: "code", known: provenDeviceOf(phone, readDevice(request)) });
}

function keep(
  request: Request,
  phone: string,
  { way, known }: { way: DeviceWay; known: string | null },
): string {
  const kept = readDevice(request);
  const token = known !== null && kept !== null ? kept : deviceToken(phone, way);
  return writeCookie(NAME, token, { maxAgeSeconds: DEVICE_SECONDS });
}
