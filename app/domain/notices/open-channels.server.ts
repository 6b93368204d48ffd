import { settings } from "~/platform/env.server";
import type { Channel, Delivery, Sms } from "./channel";
import { sendEmail } from "./channels/send-email.server";
import { sendPush } from "./channels/send-push.server";
import { sendSms } from "./channels/send-sms.server";
import { sendZalo } from "./channels/send-zalo.server";
import type { NoticeChannel } from "./notice-status";

export type Channels = Partial<Record<NoticeChannel, Channel>>;
export type SmsChannel = (sms: Sms) => Promise<Delivery>;

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
  const sms = openSms();
  if (sms) channels.sms = sms;
  if (all.APP_MODE === "demo") return channels;
  if (all.ESMS_API_KEY && all.ESMS_SECRET_KEY) {
    const account = {
      base: all.ESMS_API_BASE,
      apiKey: all.ESMS_API_KEY,
      secretKey: all.ESMS_SECRET_KEY,
    };
    const { ZALO_OA_ID: oaId } = all;
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

/** The way to a phone that needs no app; null where none is set up. */
export function openSms(): SmsChannel | null {
  const { APP_MODE, ESMS_API_BASE, ESMS_API_KEY, ESMS_SECRET_KEY, SMS_BRANDNAME } = settings();
  if (APP_MODE === "demo") return keepOnly;
  if (!ESMS_API_KEY || !ESMS_SECRET_KEY || !SMS_BRANDNAME) return null;
  const account = { base: ESMS_API_BASE, apiKey: ESMS_API_KEY, secretKey: ESMS_SECRET_KEY };
  return (sms) => sendSms({ ...account, brandname: SMS_BRANDNAME }, sms);
}

/** Whether a code can reach a phone here. */
export function hasSms(): boolean {
  return openSms() !== null;
}

const keepOnly: SmsChannel = async ({ phone }) =>
  phone === null ? { kind: "refused", cause: "no_address" } : { kind: "taken" };

/** `order_sent:200607,checkout_paid:200608`: the number of Zalo's template of each kind. */
export function readTemplates(text: string): ReadonlyMap<string, string> {
  const pairs = text.split(",").map((pair) => pair.trim().split(":"));
  return new Map(pairs.map(([kind = "", template = ""]) => [kind, template]));
}
