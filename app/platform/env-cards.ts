import { z } from "zod";

const blankIsAbsent = (value: unknown) =>
  typeof value === "string" && value.trim() === "" ? undefined : value;
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(blankIsAbsent, schema.optional());

/** Cards are taken once there is a key. From the environment only, never from a page: what is asked there carries it. */
export const cardSettings = {
  STRIPE_API_BASE: optional(
    z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, "")),
  ),
  STRIPE_SECRET_KEY: optional(z.string().trim()),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
};

type Given = { APP_MODE: "demo" | "production" } & {
  [Name in keyof typeof cardSettings]?: string | undefined;
};

/** Sentences that say what does not go together. None of them repeats a secret. */
export function findCardContradictions(
  settings: Given,
  say: (wrong: boolean, sentence: string) => void,
): void {
  const {
    STRIPE_SECRET_KEY: key,
    STRIPE_API_BASE: base,
    STRIPE_WEBHOOK_SECRET: secrets,
  } = settings;
  const isProduction = settings.APP_MODE === "production";
  say(
    isProduction && base !== undefined,
    "STRIPE_API_BASE is set: remove it, production talks to Stripe itself.",
  );
  if (key === undefined) return;
  const kind = /^[sr]k_(live|test)_/.exec(key)?.[1];
  say(
    kind === undefined,
    "STRIPE_SECRET_KEY is no secret key: those begin with sk_live_, sk_test_, rk_live_ or rk_test_.",
  );
  say(
    kind === "live" && base !== undefined,
    "STRIPE_SECRET_KEY is a live key while STRIPE_API_BASE points elsewhere: remove one of them.",
  );
  say(
    kind === "live" && !isProduction,
    "STRIPE_SECRET_KEY is a live key in a demo, whose orders are samples: use a test key.",
  );
  say(
    kind === "test" && isProduction,
    "STRIPE_SECRET_KEY is a test key in production: use the live key, or remove it to switch cards off.",
  );
  say(
    base !== undefined && !base.startsWith("https:") && !isHere(base),
    "STRIPE_API_BASE is not https: the key would travel in the open.",
  );
  const parts = (secrets ?? "").split(",").map((part) => part.trim());
  const areBlank = parts.some((part) => part === "");
  say(
    areBlank,
    "STRIPE_SECRET_KEY is set while STRIPE_WEBHOOK_SECRET is blank, or one of those between its commas: set the webhook's signing secret (whsec_...), or anybody could say that an order is paid.",
  );
  say(
    isProduction && !areBlank && parts.some((part) => part.length < 16),
    "STRIPE_WEBHOOK_SECRET is short: set it to the webhook's signing secret (16 characters or more).",
  );
}

function isHere(address: string): boolean {
  return ["127.0.0.1", "localhost", "[::1]"].includes(new URL(address).hostname);
}
