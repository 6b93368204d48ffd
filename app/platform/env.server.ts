import { existsSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";
import { z } from "zod";
import { bankSettings, findBankContradictions } from "./env-banks";
import { cardSettings, findCardContradictions } from "./env-cards";
import { channelSettings, findChannelContradictions } from "./env-channels";

const SAMPLE_ACCOUNT_NAME = "CHO PHIEN (MAU)";
const SAMPLE_OPERATOR_NAME = "Ban quản lý Chợ Phiên (mẫu)";
const SAMPLE_OPERATOR_CONTACT = "số mẫu 0900 000 000, không có người trả lời";

const blankIsAbsent = (value: unknown) =>
  typeof value === "string" && value.trim() === "" ? undefined : value;
const setting = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(blankIsAbsent, schema);

/** A number as a person writes it, refused with a sentence that says what to write. */
const wholeNumber = (min: number, max: number) => {
  const error = `set it to a whole number from ${min} to ${max}`;
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error });
};

const settingsSchema = z.object({
  APP_MODE: setting(z.enum(["demo", "production"]).default("demo")),
  PORT: setting(wholeNumber(0, 65_535).default(3000)),
  HOST: setting(z.string().default("127.0.0.1")),
  PUBLIC_ORIGIN: setting(z.url({ protocol: /^https?$/ }).optional()),
  TRUST_PROXY: setting(z.enum(["0", "1"]).default("0")),
  DATA_DIR: setting(z.string().default("data")),
  PROVINCE: setting(
    z
      .string()
      .regex(/^\d{2}$/, "set it to a two-digit province code, such as 08")
      .default("08"),
  ),
  LOG_LEVEL: setting(z.enum(["debug", "info", "warn", "error"]).default("info")),
  OPERATOR_NAME: setting(z.string().max(120).default(SAMPLE_OPERATOR_NAME)),
  OPERATOR_CONTACT: setting(z.string().max(200).default(SAMPLE_OPERATOR_CONTACT)),
  PAYMENT_MINUTES: setting(wholeNumber(1, 10_080).default(30)),
  MEMBER_PAYMENT_MINUTES: setting(wholeNumber(1, 10_080).default(60)),
  BANK_BIN: setting(
    z
      .string()
      .regex(/^\d{6}$/, "set it to the bank's six-digit BIN")
      .default("970405"),
  ),
  BANK_ACCOUNT_NUMBER: setting(
    z
      .string()
      .regex(/^[A-Za-z0-9]{1,19}$/, "set it to 1-19 letters or digits")
      .default("8888000012345"),
  ),
  BANK_ACCOUNT_NAME: setting(z.string().max(60).default(SAMPLE_ACCOUNT_NAME)),
  ...bankSettings,
  PERSONAL_DATA_KEYS: setting(
    z
      .string()
      .regex(
        /^[0-9a-fA-F]{64}(\s*,\s*[0-9a-fA-F]{64})*$/,
        "set it to 64 hex digits, or several such keys with commas between, the newest first",
      )
      .optional(),
  ),
  ...cardSettings,
  ...channelSettings,
});

/** The settings by which this process runs; see `.env.example` for what each does. */
export type Settings = z.infer<typeof settingsSchema>;

export class SettingsError extends Error {
  override name = "SettingsError";
}

/**
 * Reads the settings, or throws `SettingsError` with one sentence a line that says what to change.
 * @param source environment variables
 */
export function readSettings(source: Record<string, string | undefined>): Settings {
  const parsed = settingsSchema.safeParse(source);
  if (!parsed.success) {
    throw new SettingsError(
      parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}.`).join("\n"),
    );
  }
  const contradictions = findContradictions(parsed.data);
  if (contradictions.length > 0) throw new SettingsError(contradictions.join("\n"));
  return { ...parsed.data, DATA_DIR: absolute(parsed.data.DATA_DIR) };
}

function findContradictions(settings: Settings): string[] {
  const found: string[] = [];
  const say = (wrong: boolean, sentence: string) => wrong && found.push(sentence);
  if (settings.APP_MODE === "production") {
    say(
      settings.PERSONAL_DATA_KEYS === undefined || /^(.)\1*$/.test(settings.PERSONAL_DATA_KEYS),
      "PERSONAL_DATA_KEYS is missing: set it to a key of 64 hex digits (openssl rand -hex 32), kept apart from the database's backups.",
    );
    say(
      settings.BANK_ACCOUNT_NUMBER === "8888000012345",
      "BANK_ACCOUNT_NUMBER is the sample account: set it, BANK_BIN and BANK_ACCOUNT_NAME to the account that receives the money.",
    );
    say(
      settings.BANK_ACCOUNT_NAME === SAMPLE_ACCOUNT_NAME,
      "BANK_ACCOUNT_NAME is the sample's: set it to the name on the account that receives the money.",
    );
    say(
      settings.OPERATOR_NAME === SAMPLE_OPERATOR_NAME,
      "OPERATOR_NAME is the sample's: set it to who runs this marketplace, as the law asks every page to say.",
    );
    say(
      settings.OPERATOR_CONTACT === SAMPLE_OPERATOR_CONTACT,
      "OPERATOR_CONTACT is the sample's: set it to where buyers complain, such as a phone number and an address.",
    );
    say(
      !settings.PUBLIC_ORIGIN?.startsWith("https://"),
      "PUBLIC_ORIGIN is missing or not https: set it to the address people use, such as https://chophien.example.vn.",
    );
    say(
      settings.TRUST_PROXY !== "1" && ["127.0.0.1", "localhost", "::1"].includes(settings.HOST),
      "TRUST_PROXY is 0 while only a proxy on this machine can reach the server: set TRUST_PROXY=1, or all visitors share one address and one limit of sign-ins.",
    );
  }
  findBankContradictions(settings, say);
  findCardContradictions(settings, say);
  findChannelContradictions(settings, say);
  return found;
}

function absolute(path: string): string {
  return isAbsolute(path) ? path : resolve(process.cwd(), path);
}

let current: Settings | undefined;

/** Every setting by its name in the environment. */
export const SETTING_NAMES: readonly string[] = Object.keys(settingsSchema.shape);

/** The settings of this process, read once from its environment and, beneath it, the file `.env` (`ENV_FILE`). */
export function settings(): Settings {
  if (!current) {
    const file = process.env["ENV_FILE"] ?? ".env";
    // Does not override what the environment says.
    if (file !== "" && existsSync(resolve(file))) process.loadEnvFile(resolve(file));
    current = readSettings(process.env);
  }
  return current;
}

/** Tests only: run under these settings. */
export function useSettings(source: Record<string, string | undefined>): Settings {
  current = readSettings(source);
  return current;
}
