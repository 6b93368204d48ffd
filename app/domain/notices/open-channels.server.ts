import { settings } from "~/platform/env.server";
import type { Channel } from "./channel";
import { sendEmail } from "./channels/send-email.server";
import { sendPush } from "./channels/send-push.server";
import { sendSms } from "./channels/send-sms.server";
import { sendZalo } from "./channels/send-zalo.server";
import type { NoticeChannel } from "./notice-status";

export type Channels = Partial<Record<NoticeChannel, Channel>>;

/**
 * The channels that this installation can send by. A demo sends nothing to a phone or a mailbox: where an SMS would go
 * it is kept as sent, for the page that shows what would be. A browser that asked to be told is told in a demo too.
 */
export function openChannels(): Channels {
  const all = settings();
  const channels: Channels = {};
  if (all.VAPID_PUBLIC_KEY && all.VAPID_PRIVATE_KEY && all.VAPID_SUBJECT) {
    const keys = {
      publicKey: all.VAPID_PUBLIC_KEY,
      privateKey: all.VAPID_PRIVATE_KEY,
      subject: all.VAPID_SUBJECT,
    };
    channels.push = (message) => sendPush(keys, message);
  }
  if (all.APP_MODE === "demo") return { ...channels, sms: keepOnly };
  if (all.ESMS_API_KEY && all.ESMS_SECRET_KEY) {
    const account = {
      base: all.ESMS_API_BASE,
      apiKey: all.ESMS_API_KEY,
      secretKey: all.ESMS_SECRET_KEY,
    };
    const { SMS_BRANDNAME: brandname, ZALO_OA_ID: oaId } = all;
    if (brandname) channels.sms = (message) => sendSms({ ...account, brandname }, message);
    if (oaId) {
      const templates = readTemplates(all.ZALO_TEMPLATES ?? "");
      channels.zalo = (message) => sendZalo({ ...account, oaId, templates }, message);
    }
  }
  if (all.SMTP_URL && all.MAIL_FROM) {
    const server = { url: all.SMTP_URL, from: all.MAIL_FROM };
    channels.email = (message) => sendEmail(server, message);
  }
  return channels;
}

const keepOnly: Channel = async ({ phone }) =>
  phone === null ? { kind: "refused", cause: "no_address" } : { kind: "taken" };

/** `order_sent:200607,checkout_paid:200608`: the number of Zalo's template of each kind. */
export function readTemplates(text: string): ReadonlyMap<string, string> {
  const pairs = text.split(",").map((pair) => pair.trim().split(":"));
  return new Map(pairs.map(([kind = "", template = ""]) => [kind, template]));
}
