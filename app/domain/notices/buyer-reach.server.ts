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
