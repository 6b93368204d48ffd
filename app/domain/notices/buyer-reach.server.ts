import { maskPhone, normalisePhone } from "~/domain/identity/phone";
import { settings } from "~/platform/env.server";
import { openChannels } from "./open-channels.server";
import type { BuyerReach } from "./types";

/** What may be promised to a buyer. */
export function buyerReach(): BuyerReach {
  const { APP_MODE, VAPID_PUBLIC_KEY } = settings();
  const channels = openChannels();
  const phone = channels.zalo ? "zalo" : channels.sms ? "sms" : null;
  return {
    phone: APP_MODE === "demo" ? null : phone,
    publicKey: channels.push ? (VAPID_PUBLIC_KEY ?? null) : null,
  };
}

/**
 * Where a buyer's link can be sent, as whoever has only found the page may see it; null where no message of ours reaches
 * it. Zalo alone would need a template of its own for this.
 */
export function linkPhone(buyerPhone: string): string | null {
  const isReached = openChannels().sms !== undefined && normalisePhone(buyerPhone) !== null;
  return isReached ? maskPhone(buyerPhone) : null;
}
