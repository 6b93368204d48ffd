import { z } from "zod";

const blankIsAbsent = (value: unknown) =>
  typeof value === "string" && value.trim() === "" ? undefined : value;
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(blankIsAbsent, schema.optional());

/** Without a slash at the end. From the environment only, never from a page: what is asked there carries our token. */
const base = (address: string) =>
  z.preprocess(
    blankIsAbsent,
    z
      .url({ protocol: /^https?$/ })
      .default(address)
      .transform((url) => url.replace(/\/+$/, "")),
  );

/** By what providers' notices are known, and how their lists are asked for. A provider without any of it is off. */
export const bankSettings = {
  SEPAY_WEBHOOK_SECRET: optional(z.string()),
  PAYOS_CHECKSUM_KEY: optional(z.string()),
  CASSO_WEBHOOK_SECRET: optional(z.string()),
  SEPAY_API_TOKEN: optional(z.string().trim()),
  SEPAY_API_BASE: base("https://my.sepay.vn/userapi"),
  CASSO_API_KEY: optional(z.string().trim()),
  CASSO_API_BASE: base("https://oauth.casso.vn/v2"),
};

const WORDS_OF_SAMPLES = ["sample", "changeme", "change-me", "secret", "mau", "example"];
/** How the keys of payOS's and Casso's published examples begin. */
const PUBLISHED = ["1a54716c8f0efb2744fb28b6e38b25da", "mgexmrjj4i7a1p8cs6lmfbpc"];

const WHERE_SHOWN = {
  SEPAY_WEBHOOK_SECRET: "the secret shown in your SePay account",
  PAYOS_CHECKSUM_KEY: "the checksum key of your payOS payment channel",
  CASSO_WEBHOOK_SECRET: "the security key of your Casso webhook",
} as const;

type Given = { APP_MODE: "demo" | "production" } & {
  [Name in keyof typeof bankSettings]?: string | undefined;
};

/** Sentences that say what does not go together. None of them repeats a secret. */
export function findBankContradictions(
  settings: Given,
  say: (wrong: boolean, sentence: string) => void,
): void {
  const isProduction = settings.APP_MODE === "production";
  for (const name of Object.keys(WHERE_SHOWN) as (keyof typeof WHERE_SHOWN)[]) {
    const secrets = settings[name];
    say(
      isProduction && secrets !== undefined && isShortOrSample(secrets),
      `${name} is short or a sample: set it to ${WHERE_SHOWN[name]} (16 characters or more).`,
    );
  }
  const hasProvider = [
    ...(Object.keys(WHERE_SHOWN) as (keyof typeof WHERE_SHOWN)[]),
    ...(["SEPAY_API_TOKEN", "CASSO_API_KEY"] as const),
  ].some((name) => settings[name] !== undefined);
  say(
    isProduction && !hasProvider,
    "SEPAY_WEBHOOK_SECRET, PAYOS_CHECKSUM_KEY and CASSO_WEBHOOK_SECRET are blank, as are SEPAY_API_TOKEN and CASSO_API_KEY: set those of who watches the account, or no payment is ever seen.",
  );
  for (const name of ["SEPAY_API_BASE", "CASSO_API_BASE"] as const) {
    const address = settings[name];
    say(
      address !== undefined && !address.startsWith("https:") && (isProduction || !isHere(address)),
      `${name} is not https: the token would travel in the open.`,
    );
  }
}

/** True when one of the secrets (two, separated by a comma, while one replaces the other) would let forgers in. */
function isShortOrSample(secrets: string): boolean {
  return secrets.split(",").some((part) => {
    const secret = part.trim().toLowerCase();
    const samples = [...WORDS_OF_SAMPLES, ...PUBLISHED];
    return secret.length < 16 || samples.some((word) => secret.startsWith(word));
  });
}

function isHere(address: string): boolean {
  return ["127.0.0.1", "localhost", "[::1]"].includes(new URL(address).hostname);
}
