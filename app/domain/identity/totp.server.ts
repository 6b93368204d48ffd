import { HOTP, Secret, TOTP } from "otpauth";
import { now } from "~/platform/clock.server";
import { keyedDigest } from "~/platform/keys.server";

/** As every authenticator app takes it (RFC 6238): SHA-1, six digits, a new code each 30 seconds. */
const TOTP_SHAPE = { algorithm: "SHA1", digits: 6 } as const;
const PERIOD_SECONDS = 30;
const SECRET_BYTES = 20;
/** The code before and the one after count too: a phone's clock may be half a minute wrong. */
const WINDOW_STEPS = 1;

/**
 * The step of 30 seconds whose code this is, or null: none of now, nor one step before or after it.
 * @param secret in base32
 * @param typed six digits
 */
export function totpStep(secret: string, typed: string): number | null {
  const step = Math.floor(now() / 1_000 / PERIOD_SECONDS);
  const delta = HOTP.validate({
    ...TOTP_SHAPE,
    token: typed,
    secret: Secret.fromBase32(secret),
    counter: step,
    window: WINDOW_STEPS,
  });
  return delta === null ? null : step + delta;
}

/**
 * The secret for who is setting up, in base32: the same as often as the page is opened, and another for another sign-in,
 * so that nothing is kept until the first code came back. `occasion` must be known to the one browser only.
 */
export function totpSecret(occasion: string): string {
  const bytes = Buffer.from(keyedDigest("second-step-secrets", occasion), "base64url");
  return new Secret({ buffer: Uint8Array.from(bytes.subarray(0, SECRET_BYTES)).buffer }).base32;
}

/** What the QR code says to an app: `otpauth://totp/…`. @param label whose it is, as the app lists it */
export function totpAddress(secret: string, { issuer, label }: { issuer: string; label: string }) {
  return new TOTP({
    ...TOTP_SHAPE,
    period: PERIOD_SECONDS,
    issuer,
    label,
    secret: Secret.fromBase32(secret),
  }).toString();
}
