import { createHmac } from "node:crypto";
import { now } from "~/platform/clock.server";
import { settings } from "~/platform/env.server";
import { fail, succeed, type Result } from "~/platform/result";
import { compareSecrets } from "./compare-secrets.server";

const DRIFT_MAX_MS = 5 * 60_000;
const SIGNATURES_MAX = 10;

export type StripeSignatureCode =
  | "webhook_secret_missing"
  | "webhook_signature_missing"
  | "webhook_timestamp_off"
  | "webhook_signature_invalid";

/**
 * Whether these bytes are Stripe's: one of the `v1` in the header has to fit one of our secrets, two while one replaces
 * the other. The time may be off by five minutes either way; Stripe's own library takes any time to come.
 */
export function verifyStripeSignature(sent: {
  rawBody: Uint8Array;
  header: (name: string) => string | null;
}): Result<null, StripeSignatureCode> {
  const secrets = stripeSecrets();
  if (secrets.length === 0) return fail("webhook_secret_missing");
  const header = sent.header("Stripe-Signature");
  if (header === null || header.length > 2_000) return fail("webhook_signature_missing");
  const parts = header.split(",").map((part) => part.trim());
  const timestamp = parts.find((part) => part.startsWith("t="))?.slice(2) ?? "";
  const signatures = parts.flatMap((part) => /^v1=([0-9a-f]{64})$/.exec(part)?.[1] ?? []);
  if (!/^[1-9]\d{0,11}$/.test(timestamp) || signatures.length === 0) {
    return fail("webhook_signature_missing");
  }
  if (Math.abs(now() - Number(timestamp) * 1_000) > DRIFT_MAX_MS) {
    return fail("webhook_timestamp_off");
  }
  const digestOf = (secret: string) =>
    createHmac("sha256", secret).update(`${timestamp}.`).update(sent.rawBody).digest();
  const isGenuine = signatures
    .slice(0, SIGNATURES_MAX)
    .some((signature) => compareSecrets(Buffer.from(signature, "hex"), secrets, digestOf));
  return isGenuine ? succeed(null) : fail("webhook_signature_invalid");
}

/** None without a key: who takes no cards hears nothing of them. */
function stripeSecrets(): string[] {
  const { STRIPE_SECRET_KEY: key, STRIPE_WEBHOOK_SECRET: secrets } = settings();
  if (key === undefined || secrets === undefined) return [];
  return secrets
    .split(",")
    .map((secret) => secret.trim())
    .filter((secret) => secret !== "");
}
