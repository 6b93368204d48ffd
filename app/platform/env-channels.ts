import { z } from "zod";

const blankIsAbsent = (value: unknown) =>
  typeof value === "string" && value.trim() === "" ? undefined : value;
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(blankIsAbsent, schema.optional());
const base64Url = (length: number) =>
  z
    .string()
    .regex(new RegExp(`^[A-Za-z0-9_-]{${length}}$`), `set it to the ${length} letters of the key`);

/** What messages are sent by. All are optional: a channel without them is not set up. */
export const channelSettings = {
  ESMS_API_BASE: z.preprocess(
    blankIsAbsent,
    z.url({ protocol: /^https?$/ }).default("https://rest.esms.vn/MainService.svc/json"),
  ),
  ESMS_API_KEY: optional(z.string()),
  ESMS_SECRET_KEY: optional(z.string()),
  SMS_BRANDNAME: optional(z.string().max(11, "a brandname has at most 11 letters")),
  ZALO_OA_ID: optional(z.string().regex(/^\d+$/, "set it to the number of the Official Account")),
  ZALO_TEMPLATES: optional(
    z
      .string()
      .regex(
        /^[a-z_]+:\d+(,\s*[a-z_]+:\d+)*$/,
        "write kinds and template numbers, such as order_sent:200607,checkout_paid:200608",
      ),
  ),
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/ })),
  MAIL_FROM: optional(
    z.string().regex(/^[^<>@\s]+@[^<>@\s]+$|^[^<>\r\n]+<[^<>@\s]+@[^<>@\s]+>$/, {
      error: "set it to an address, such as Chợ Phiên <tin@chophien.example.vn>",
    }),
  ),
  VAPID_PUBLIC_KEY: optional(base64Url(87)),
  VAPID_PRIVATE_KEY: optional(base64Url(43)),
  VAPID_SUBJECT: optional(
    z.string().regex(/^(mailto:\S+@\S+|https:\/\/\S+)$/, "set it to mailto:... or https://..."),
  ),
};

type Given = { APP_MODE: "demo" | "production" } & {
  [Name in keyof typeof channelSettings]?: string | undefined;
};

/** Sentences that say what does not go together. None of them repeats a secret. */
export function findChannelContradictions(
  settings: Given,
  say: (wrong: boolean, sentence: string) => void,
): void {
  const has = (name: keyof typeof channelSettings) => settings[name] !== undefined;
  const hasEsms = has("ESMS_API_KEY") && has("ESMS_SECRET_KEY");
  say(
    has("ESMS_API_KEY") !== has("ESMS_SECRET_KEY"),
    "ESMS_API_KEY and ESMS_SECRET_KEY belong together: set both or neither.",
  );
  say(
    hasEsms && !has("SMS_BRANDNAME") && !has("ZALO_OA_ID"),
    "ESMS_API_KEY is set without SMS_BRANDNAME or ZALO_OA_ID: nothing could be sent by it.",
  );
  say(
    !hasEsms && (has("SMS_BRANDNAME") || has("ZALO_OA_ID")),
    "SMS_BRANDNAME or ZALO_OA_ID is set without the keys of eSMS: set ESMS_API_KEY and ESMS_SECRET_KEY.",
  );
  say(
    has("ZALO_OA_ID") !== has("ZALO_TEMPLATES"),
    "ZALO_OA_ID and ZALO_TEMPLATES belong together: Zalo sends approved templates only.",
  );
  say(
    has("SMTP_URL") !== has("MAIL_FROM"),
    "SMTP_URL and MAIL_FROM belong together: set both or neither.",
  );
  const vapid = [has("VAPID_PUBLIC_KEY"), has("VAPID_PRIVATE_KEY"), has("VAPID_SUBJECT")];
  say(
    vapid.includes(true) && vapid.includes(false),
    "VAPID_PUBLIC_KEY, VAPID_PRIVATE_KEY and VAPID_SUBJECT belong together: set all or none.",
  );
  say(
    settings.APP_MODE === "demo" && (hasEsms || has("SMTP_URL")),
    "ESMS_API_KEY or SMTP_URL is set while APP_MODE is demo: a demo sends nothing to anybody, remove them.",
  );
  say(
    settings.APP_MODE === "production" && settings.ESMS_API_BASE?.startsWith("https:") === false,
    "ESMS_API_BASE is not https: the keys would travel in the open.",
  );
}
