import { Secret, TOTP } from "otpauth";
import { now } from "~/platform/clock.server";

/** Test support: what an app with this secret (base32) shows now, or `steps` of 30 seconds later. */
export function codeOf(secret: string, steps = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(" ", "")) });
  return totp.generate({ timestamp: now() + steps * 30_000 });
}
