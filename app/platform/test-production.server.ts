import { settings, useSettings } from "./env.server";

/** Tests only: runs on as an installation that is no demo, with the same data. */
export function useProduction(change: Record<string, string> = {}): void {
  useSettings({
    APP_MODE: "production",
    DATA_DIR: settings().DATA_DIR,
    LOG_LEVEL: "error",
    PUBLIC_ORIGIN: "https://cho.example",
    TRUST_PROXY: "1",
    SEPAY_WEBHOOK_SECRET: "k7Gq2mVx9Lr4Tn8Wz1Pb",
    BANK_ACCOUNT_NUMBER: "1234567890",
    BANK_ACCOUNT_NAME: "CHO PHIEN",
    OPERATOR_NAME: "Sở Công Thương",
    OPERATOR_CONTACT: "02073 000 000",
    PERSONAL_DATA_KEYS: "3f9a1c77d2e84b06a5c1f0e9b8d7364251a0cfe2b4968d7e3a1b5c9d0e2f4a68",
    ...change,
  });
}
