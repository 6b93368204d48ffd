import { settings } from "~/platform/env.server";
import { installationKey } from "~/platform/keys.server";
import type { NoticeProvider } from "./bank-notice";

const SETTINGS = {
  sepay: "SEPAY_WEBHOOK_SECRET",
  payos: "PAYOS_CHECKSUM_KEY",
  casso: "CASSO_WEBHOOK_SECRET",
} as const satisfies Record<NoticeProvider, string>;

/**
 * The secrets by which a provider's notices are known, the newest first: two, separated by a comma, while one
 * replaces the other. None: nothing that comes in its name is believed. A demo without SePay's makes its own, which
 * the bank simulator signs with.
 */
export function webhookSecrets(provider: NoticeProvider): string[] {
  const configured = (settings()[SETTINGS[provider]] ?? "")
    .split(",")
    .map((secret) => secret.trim())
    .filter((secret) => secret !== "");
  if (configured.length > 0) return configured;
  const isSimulated = provider === "sepay" && settings().APP_MODE === "demo";
  return isSimulated ? [installationKey("sepay-webhook-secret")] : [];
}
