import { createHmac } from "node:crypto";

/**
 * The `Stripe-Signature` header: one `v1` for each secret, as while a secret is changed, and the `v0` that Stripe adds
 * in test mode, which proves nothing and must be passed over.
 */
export function signWebhook(body: string, secrets: string[], timestamp: number): string {
  const hmac = (secret: string) =>
    createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
  const signatures = secrets.map((secret) => `v1=${hmac(secret)}`);
  return [`t=${timestamp}`, ...signatures, `v0=${hmac("test mode")}`].join(",");
}
