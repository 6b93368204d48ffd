import type { BankTransactionStatus } from "~/domain/payments/payment-status";
import type { IconName, Tone } from "~/ui/households/icon";

/** How a line of the inbox stands, as a picture and a colour. */
export const BANK_LINE_MARKS = {
  matched: { icon: "check", tone: "leaf" },
  suspense: { icon: "alert", tone: "persimmon" },
  ignored: { icon: "stop", tone: "quiet" },
} as const satisfies Record<BankTransactionStatus, { icon: IconName; tone: Tone }>;
