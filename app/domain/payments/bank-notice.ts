import type { Vnd } from "~/platform/money";

/**
 * Who reports lines of our account. sepay, payos, casso: services that watch it and send each line. statement: the
 * bank's own file, which a person brings in.
 */
export const BANK_PROVIDERS = ["sepay", "payos", "casso", "statement"] as const;
export type BankProvider = (typeof BANK_PROVIDERS)[number];

/** Of these the ones that send a notice of each line, and the ones whose list of lines we can ask for. */
export const NOTICE_PROVIDERS = ["sepay", "payos", "casso"] as const;
export type NoticeProvider = (typeof NOTICE_PROVIDERS)[number];
export type PolledProvider = Extract<NoticeProvider, "sepay" | "casso">;

/** One line of a bank account as a provider reported it, before anybody judged it. */
export type BankNotice = {
  provider: BankProvider;
  /** Unique within the provider; the same line reported again has the same. */
  providerTransactionId: string;
  /** Our account, not the payer's. */
  accountNumber: string;
  direction: "in" | "out";
  /** Whole đồng as reported; may be zero or negative, which the inbox stores as ignored. */
  amountVnd: Vnd;
  /** The memo as the bank passed it on. */
  content: string;
  /** Epoch milliseconds. */
  occurredAt: number;
  /** The bank's own reference, which every provider reports alike; null where it is not told. */
  bankReference: string | null;
  /** What the account held after this line, as reported; null where it is not told. */
  balanceVnd: Vnd | null;
};

/** Longer memos are cut by no bank, so what is longer comes from none. */
export const CONTENT_LENGTH_MAX = 2_000;
/** 13 digits, as many as a VietQR has room for: sums of such amounts stay exact. */
export const BANK_AMOUNT_MAX = 9_999_999_999_999;
