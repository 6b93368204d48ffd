import { createHmac } from "node:crypto";
import { invariant } from "~/platform/invariant";
import { fail, succeed } from "~/platform/result";
import type { Result } from "~/platform/result";
import { compareSecrets, hashOfSecret } from "./compare-secrets.server";

export type SepaySignatureInput = {
  /** The bytes as they came in; JSON parsed and written again is other bytes. */
  rawBody: Uint8Array;
  /** `X-SePay-Signature`; null when the request has none, as with the two below. */
  signatureHeader: string | null;
  /** `X-SePay-Timestamp`, seconds since 1970. */
  timestampHeader: string | null;
  /** `Authorization`. */
  authorizationHeader: string | null;
  /** Every secret that is good now: two while one is being replaced. */
  secrets: readonly string[];
  /** Epoch milliseconds. */
  nowMs: number;
};

export type SepaySignatureCode =
  | "webhook_secret_missing"
  | "webhook_signature_missing"
  | "webhook_timestamp_invalid"
  | "webhook_timestamp_off"
  | "webhook_signature_invalid";

export type SepayAuthentication = "hmac" | "api_key";

const DRIFT_MAX_MS = 5 * 60_000;

/**
 * Who sent this notice? With a signature header the signature decides, whatever else is there; an API key
 * is looked at only without one. All refusals are one 401 to the caller; the codes are for our log.
 *
 * SePay's page (developer.sepay.vn, «Xác thực») gives headers, algorithm and the five minutes. The signed
 * text `{timestamp}.{raw body}`, hex, behind `sha256=`, is our reading: their sample code was not at hand,
 * and of the public receivers we found about ten use exactly that, a few the body alone. A bare hex
 * digest is taken too. To be tried against a real notice before going live.
 */
export function verifySepaySignature(
  input: SepaySignatureInput,
): Result<SepayAuthentication, SepaySignatureCode> {
  // A blank secret signs as well as any other; it comes from a forgotten setting, and everybody knows it.
  const secrets = input.secrets.filter((secret) => secret.trim() !== "");
  if (secrets.length === 0) return fail("webhook_secret_missing");
  if (input.signatureHeader) return verifyHmac(input, secrets);
  if (input.authorizationHeader) return verifyApiKey(input.authorizationHeader, secrets);
  return fail("webhook_signature_missing");
}

export type SepaySigningInput = { rawBody: Uint8Array; secret: string; timestampSeconds: number };

/** The headers SePay would send with this body; for the bank simulator and tests. Throws on a blank secret. */
export function signSepayNotice(input: SepaySigningInput): {
  "X-SePay-Signature": string;
  "X-SePay-Timestamp": string;
} {
  invariant(input.secret.trim() !== "", "a notice is not signed with a blank secret");
  invariant(
    Number.isSafeInteger(input.timestampSeconds) && input.timestampSeconds > 0,
    "a notice is signed at a whole second",
  );
  const timestamp = String(input.timestampSeconds);
  const digest = digestOf({ timestamp, rawBody: input.rawBody, secret: input.secret });
  return {
    "X-SePay-Signature": `sha256=${digest.toString("hex")}`,
    "X-SePay-Timestamp": timestamp,
  };
}

function verifyHmac(
  input: SepaySignatureInput,
  secrets: readonly string[],
): Result<"hmac", SepaySignatureCode> {
  const timestamp = input.timestampHeader ?? "";
  if (!/^[1-9]\d{0,11}$/.test(timestamp)) return fail("webhook_timestamp_invalid");
  // Both ways: a notice dated tomorrow could be kept and played back for a day.
  const driftMs = Math.abs(input.nowMs - Number(timestamp) * 1_000);
  if (!(driftMs <= DRIFT_MAX_MS)) return fail("webhook_timestamp_off");
  const hex = /^(?:sha256=)?([0-9a-fA-F]{64})$/.exec(input.signatureHeader ?? "")?.[1];
  if (hex === undefined) return fail("webhook_signature_invalid");
  const given = Buffer.from(hex, "hex");
  const isGenuine = compareSecrets(given, secrets, (secret) =>
    digestOf({ timestamp, rawBody: input.rawBody, secret }),
  );
  return isGenuine ? succeed("hmac") : fail("webhook_signature_invalid");
}

// The scheme exactly as SePay spells it: another spelling is somebody else's client.
function verifyApiKey(
  header: string,
  secrets: readonly string[],
): Result<"api_key", SepaySignatureCode> {
  const key = /^Apikey (\S+)$/.exec(header)?.[1];
  if (key === undefined) return fail("webhook_signature_invalid");
  const isGenuine = compareSecrets(hashOfSecret(key), secrets, hashOfSecret);
  return isGenuine ? succeed("api_key") : fail("webhook_signature_invalid");
}

function digestOf(signed: { timestamp: string; rawBody: Uint8Array; secret: string }): Buffer {
  return createHmac("sha256", signed.secret)
    .update(`${signed.timestamp}.`)
    .update(signed.rawBody)
    .digest();
}
