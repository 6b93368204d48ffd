import { settings } from "~/platform/env.server";
import { installationKey } from "~/platform/keys.server";

/**
 * The secrets by which SePay's notices are known, the newest first: two, separated by a comma, while one
 * replaces the other. A demo without any makes its own, which the bank simulator signs with.
 */
export function sepaySecrets(): string[] {
  const configured = (settings().SEPAY_WEBHOOK_SECRET ?? "")
    .split(",")
    .map((secret) => secret.trim())
    .filter((secret) => secret !== "");
  if (configured.length > 0) return configured;
  return settings().APP_MODE === "demo" ? [installationKey("sepay-webhook-secret")] : [];
}
