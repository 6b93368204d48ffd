import { newToken } from "~/platform/ids";
import { equalsInConstantTime, keyedDigest } from "~/platform/keys.server";

/** What a browser keeps after a right password: proof that it has signed in to this phone's account before. */
export function deviceToken(phone: string): string {
  const device = newToken();
  return `${device}.${signatureOf(phone, device)}`;
}

/** The device in a token that was made for this phone; null for any other text. */
export function deviceOf(phone: string, token: string | null): string | null {
  const [, device = "", signature = ""] = /^([0-9a-f]{32})\.([\w-]{43})$/.exec(token ?? "") ?? [];
  if (device === "" || !equalsInConstantTime(signatureOf(phone, device), signature)) return null;
  return device;
}

function signatureOf(phone: string, device: string): string {
  return keyedDigest("device-tokens", `${phone} ${device}`);
}
