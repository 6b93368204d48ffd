import type { PaymentMethod } from "~/domain/orders/payment-methods";
import type { BankProvider } from "./bank-notice";
import type { BankTransactionReason, BankTransactionStatus, PaymentStatus } from "./payment-status";

/** How the money of a checkout stands, and where to send it. */
export type PaymentView = {
  method: PaymentMethod;
  status: PaymentStatus;
  /** At the door, without the orders that fell through; once all of them have, what the last one cost. */
  dueVnd: number;
  /** Received and applied to what is due. */
  capturedVnd: number;
  /** What the buyer has still to pay; at the door, only for orders that are still coming. 0 once expired. */
  remainingVnd: number;
  /** When the last of what is due had come, epoch milliseconds; null before. */
  paidAt: number | null;
  /** Owed back to the buyer. */
  refundDueVnd: number;
  bankBin: string;
  /** Null for a bank we have no name of. */
  bankName: string | null;
  accountNumber: string;
  accountName: string;
  /** The transfer's memo: the order reference. */
  memo: string;
  /** Text of the QR for the remaining amount; null when nothing is to be transferred. */
  vietQrPayload: string | null;
};

/** A payment as commands and flows need it. */
export type PaymentRecord = {
  id: string;
  checkoutId: string;
  reference: string;
  method: PaymentMethod;
  status: PaymentStatus;
  dueVnd: number;
  capturedVnd: number;
  accountNumber: string;
};

/** A row of the department's review list. */
export type BankTransactionSummary = {
  id: string;
  /** Who told of it. */
  provider: BankProvider;
  direction: "in" | "out";
  amountVnd: number;
  content: string;
  /** Our account's last four characters behind dots. */
  maskedAccount: string;
  occurredAt: number;
  receivedAt: number;
  status: BankTransactionStatus;
  reason: BankTransactionReason;
  /** Of the checkout it was tied to. */
  checkoutCode: string | null;
  /** Valid order references in the memo, for a person to choose from. */
  references: string[];
  /** How often the provider told it differently afterwards. */
  conflictCount: number;
};

export type BankTransactionPage = {
  transactions: BankTransactionSummary[];
  page: number;
  pageCount: number;
  transactionCount: number;
};

/** Genuine notices that could not be read and wait for a person; `newestReceivedAt` in epoch milliseconds, null when there are none. */
export type UnreadableNoticeCount = { noticeCount: number; newestReceivedAt: number | null };

/** A line of the inbox as commands and flows need it. */
export type BankTransactionRecord = {
  id: string;
  provider: BankProvider;
  direction: "in" | "out";
  amountVnd: number;
  occurredAt: number;
  status: BankTransactionStatus;
};
