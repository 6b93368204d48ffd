import { describe, expect, it } from "vitest";
import { readSettings, SettingsError } from "./env.server";

const PRODUCTION = {
  APP_MODE: "production",
  PUBLIC_ORIGIN: "https://chophien.example.vn",
  TRUST_PROXY: "1",
  BANK_ACCOUNT_NUMBER: "0011223344",
  BANK_ACCOUNT_NAME: "SO CONG THUONG",
  OPERATOR_NAME: "Sở Công Thương tỉnh Tuyên Quang",
  OPERATOR_CONTACT: "02073 000 000",
  PERSONAL_DATA_KEYS: "3f9a1c77d2e84b06a5c1f0e9b8d7364251a0cfe2b4968d7e3a1b5c9d0e2f4a68",
  SEPAY_WEBHOOK_SECRET: "kX9v-2mQp-77Lr-0aZd",
};

it("runs as a demo on this machine when nothing is set", () => {
  const settings = readSettings({});
  expect(settings).toMatchObject({
    APP_MODE: "demo",
    HOST: "127.0.0.1",
    PORT: 3000,
    PROVINCE: "08",
  });
});

it("takes a blank setting for an absent one", () => {
  expect(readSettings({ PORT: "", PUBLIC_ORIGIN: " " }).PORT).toBe(3000);
});

describe("refuses", () => {
  it.each([
    [{ PORT: "99999" }, "PORT: set it to a whole number from 0 to 65535."],
    [{ PAYMENT_MINUTES: "1.5" }, "PAYMENT_MINUTES: set it to a whole number"],
    [{ ...PRODUCTION, BANK_ACCOUNT_NAME: "" }, "BANK_ACCOUNT_NAME"],
    [{ ...PRODUCTION, OPERATOR_NAME: "" }, "OPERATOR_NAME"],
    [{ ...PRODUCTION, OPERATOR_CONTACT: " " }, "OPERATOR_CONTACT"],
    [{ ...PRODUCTION, PERSONAL_DATA_KEYS: "" }, "PERSONAL_DATA_KEYS"],
    [{ ...PRODUCTION, PERSONAL_DATA_KEYS: "0".repeat(64) }, "PERSONAL_DATA_KEYS"],
    [{ ...PRODUCTION, PERSONAL_DATA_KEYS: "abc" }, "PERSONAL_DATA_KEYS"],
    [{ PORT: "http" }, "PORT"],
    [{ PROVINCE: "8" }, "PROVINCE"],
    [{ BANK_BIN: "97040" }, "BANK_BIN"],
    [{ PUBLIC_ORIGIN: "ftp://x" }, "PUBLIC_ORIGIN"],
    [{ ...PRODUCTION, SEPAY_WEBHOOK_SECRET: "" }, "SEPAY_WEBHOOK_SECRET"],
    [{ ...PRODUCTION, SEPAY_WEBHOOK_SECRET: "   " }, "SEPAY_WEBHOOK_SECRET"],
    [{ ...PRODUCTION, SEPAY_WEBHOOK_SECRET: "changeme-changeme" }, "SEPAY_WEBHOOK_SECRET"],
    [{ ...PRODUCTION, SEPAY_WEBHOOK_SECRET: "kX9v-2mQp-77Lr-0aZd,sample" }, "SEPAY_WEBHOOK_SECRET"],
    [{ ...PRODUCTION, SEPAY_WEBHOOK_SECRET: "kX9v-2mQp-77Lr-0aZd," }, "SEPAY_WEBHOOK_SECRET"],
    [{ ...PRODUCTION, PAYOS_CHECKSUM_KEY: "short" }, "PAYOS_CHECKSUM_KEY is short"],
    [
      {
        ...PRODUCTION,
        PAYOS_CHECKSUM_KEY: "1a54716c8f0efb2744fb28b6e38b25da7f67a925d98bc1c18bd8faaecadd7675",
      },
      "PAYOS_CHECKSUM_KEY is short or a sample",
    ],
    [
      {
        ...PRODUCTION,
        CASSO_WEBHOOK_SECRET: "mgExMrjj4i7a1p8Cs6LmFbpCd8lbw4sSX4LZXPag7TKazeIogtR90tvWYTkwQbvs",
      },
      "CASSO_WEBHOOK_SECRET is short or a sample",
    ],
    [{ ...PRODUCTION, SEPAY_API_BASE: "http://my.sepay.vn/userapi" }, "SEPAY_API_BASE"],
    [{ ...PRODUCTION, CASSO_API_BASE: "http://127.0.0.1:9" }, "CASSO_API_BASE"],
    [{ CASSO_API_BASE: "http://oauth.casso.vn/v2" }, "CASSO_API_BASE"],
    [{ SEPAY_API_BASE: "file:///etc" }, "SEPAY_API_BASE"],
    [{ ...PRODUCTION, TRUST_PROXY: "0" }, "TRUST_PROXY"],
    [{ ...PRODUCTION, BANK_ACCOUNT_NUMBER: "8888000012345" }, "BANK_ACCOUNT_NUMBER"],
    [{ ...PRODUCTION, PUBLIC_ORIGIN: "http://x.vn" }, "PUBLIC_ORIGIN"],
    [{ ...PRODUCTION, STRIPE_API_BASE: "http://127.0.0.1:12111" }, "STRIPE_API_BASE"],
    [{ STRIPE_SECRET_KEY: "sk_live_1", STRIPE_API_BASE: "http://127.0.0.1:12111" }, "live key"],
    [{ ...PRODUCTION, STRIPE_SECRET_KEY: "sk_test_1", STRIPE_WEBHOOK_SECRET: "w" }, "test key"],
    [{ STRIPE_SECRET_KEY: "sk_test_1" }, "STRIPE_WEBHOOK_SECRET"],
  ])("%j and names %s", (source, word) => {
    expect(() => readSettings(source)).toThrow(SettingsError);
    expect(() => readSettings(source)).toThrow(word);
  });
});

const CARDS = { STRIPE_SECRET_KEY: "sk_test_1", STRIPE_WEBHOOK_SECRET: "whsec_1" };

describe("cards", () => {
  it.each([undefined, "", "   ", "whsec_1,", ",", "whsec_1, ,whsec_2"])(
    "case 27: a key with the webhook secret %j is refused",
    (secret) => {
      const source = { ...CARDS, STRIPE_WEBHOOK_SECRET: secret };
      expect(() => readSettings(source)).toThrow("STRIPE_WEBHOOK_SECRET");
    },
  );

  it.each([
    ["a key of tests in production", { ...PRODUCTION, ...CARDS }, "test key"],
    [
      "a base in production",
      { ...PRODUCTION, STRIPE_API_BASE: "https://stripe.example" },
      "STRIPE_API_BASE",
    ],
    [
      "a live key with a base",
      { ...CARDS, STRIPE_SECRET_KEY: "rk_live_1", STRIPE_API_BASE: "http://127.0.0.1:12111" },
      "live key",
    ],
    ["a live key in a demo", { ...CARDS, STRIPE_SECRET_KEY: "sk_live_1" }, "live key"],
    ["a publishable key", { ...CARDS, STRIPE_SECRET_KEY: "pk_test_1" }, "no secret key"],
    [
      "a key over plain http to elsewhere",
      { ...CARDS, STRIPE_API_BASE: "http://stripe.example" },
      "not https",
    ],
    [
      "a short secret in production",
      { ...PRODUCTION, STRIPE_SECRET_KEY: "sk_live_1", STRIPE_WEBHOOK_SECRET: "whsec_1" },
      "short",
    ],
  ])("case 40: %s is refused", (_, source, word) => {
    expect(() => readSettings(source)).toThrow(word);
  });

  it("takes a key of tests with the stand-in's address, and a live one in production", () => {
    const base = "http://127.0.0.1:12111";
    expect(readSettings({ ...CARDS, STRIPE_API_BASE: `${base}/` }).STRIPE_API_BASE).toBe(base);
    const live = {
      STRIPE_SECRET_KEY: "sk_live_1",
      STRIPE_WEBHOOK_SECRET: "whsec_k9X2mQp77Lr0aZd4",
    };
    expect(readSettings({ ...PRODUCTION, ...live }).STRIPE_SECRET_KEY).toBe("sk_live_1");
  });
});

it("takes a whole production", () => {
  expect(readSettings(PRODUCTION).APP_MODE).toBe("production");
});

it("case 42: asks providers at their own addresses, or on this machine in a demo", () => {
  expect(readSettings({})).toMatchObject({
    SEPAY_API_BASE: "https://my.sepay.vn/userapi",
    CASSO_API_BASE: "https://oauth.casso.vn/v2",
  });
  const base = "http://127.0.0.1:8080";
  expect(readSettings({ SEPAY_API_BASE: `${base}/` }).SEPAY_API_BASE).toBe(base);
});

it("needs one provider in production, whichever it is", () => {
  const others = { ...PRODUCTION, SEPAY_WEBHOOK_SECRET: "" };
  expect(readSettings({ ...others, CASSO_API_KEY: "kX9v-2mQp-77Lr-0aZd" }).APP_MODE).toBe(
    "production",
  );
});
