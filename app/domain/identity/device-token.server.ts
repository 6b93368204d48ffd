import { newToken } from "~/platform/ids";
import { equalsInConstantTime, keyedDigest } from "~/platform/keys.server";

/** How somebody came in from a browser: a code is to the phone itself, a password anybody may have set with its number. */
const WAYS = { password: "device-tokens", code: "proven-device-tokens" } as const;
export type DeviceWay = keyof typeof WAYS;

/** What a browser keeps after a right password or code: proof that it has signed in to this phone's account before. */
export function deviceToken(phone: string, way: DeviceWay = "password"): string {
  const device = newToken();
  return `${device}.${signatureOf(phone, device, way)}`;
}

/** The device in a token that was made for this phone; null for any other text. */
export function deviceOf(phone: string, token: string | null): string | null {
  return deviceBy(phone, token, "code") ?? deviceBy(phone, token, "password");
}

/** The same where a code sent to the phone was typed in that browser. */
export function provenDeviceOf(phone: string, token: string | null): string | null {
  return deviceBy(phone, token, "code");
}

function deviceBy(phone: string, token: string | null, way: DeviceWay): string | null {
  const [, device = "", signature = ""] = /^([0-9a-f]{32})\.([\w-]{43})$/.exec(token ?? "") ?? [];
  const isOurs = device !== "" && equalsInConstantTime(signatureOf(phone, device, way), signature);
  return isOurs ? device : null;
}

function signatureOf(phone: string, device: string, way: DeviceWay): string {
  return keyedDigest(WAYS[way], `${phone} ${device}`);
}
