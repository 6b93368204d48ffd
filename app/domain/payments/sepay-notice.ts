import { z } from "zod";
import { vnd } from "~/platform/money";
import type { Result } from "~/platform/result";
import { BANK_AMOUNT_MAX, type BankNotice } from "./bank-notice";
import { balanceOf, noticeFields, readNoticeBy } from "./notice-fields";

/**
 * The JSON that SePay posts, out of which a `BankNotice` comes. Only what is used is looked at: a field they
 * add, or their own reading of the memo (`code`), must not make us lose a payment.
 * Source: developer.sepay.vn, «Tích hợp webhook».
 */
const webhookSchema = z
  .object({
    id: z.int().min(1),
    transactionDate: noticeFields.localTime,
    accountNumber: noticeFields.accountNumber,
    content: noticeFields.content,
    transferType: z.enum(["in", "out"]),
    transferAmount: noticeFields.amount,
    referenceCode: noticeFields.reference.nullish(),
    accumulated: z.unknown().optional(),
  })
  .transform((wire): BankNotice => ({
    provider: "sepay",
    providerTransactionId: String(wire.id),
    accountNumber: wire.accountNumber,
    direction: wire.transferType,
    amountVnd: vnd(wire.transferAmount),
    content: wire.content,
    occurredAt: wire.transactionDate,
    bankReference: wire.referenceCode || null,
    balanceVnd: balanceOf(wire.accumulated),
  }));

/** `payload` is parsed JSON. */
export function parseSepayNotice(payload: unknown): Result<BankNotice, "bank_notice_invalid"> {
  return readNoticeBy(webhookSchema, payload);
}

/** The list gives whole đồng as `"18067000.00"`; other text is refused, as anything but a whole number is. */
const listedAmount = z
  .union([
    z
      .string()
      .regex(/^(?:0|[1-9]\d{0,12})(?:\.0{1,2})?$/)
      .transform(Number),
    z.int().min(0),
  ])
  .pipe(z.int().max(BANK_AMOUNT_MAX));

/**
 * A row of the list that the poller asks for. Its `id` is the one that the webhook carries (of version 1 of the API;
 * version 2 numbers the same lines by UUIDs of its own, so it is not asked).
 * Source: developer.sepay.vn, «SePay API v1», «API Giao dịch».
 */
const listedSchema = z
  .object({
    id: z.union([z.string().regex(/^[1-9]\d{0,15}$/), z.int().min(1).transform(String)]),
    transaction_date: noticeFields.localTime,
    account_number: noticeFields.accountNumber,
    transaction_content: noticeFields.content,
    amount_in: listedAmount,
    amount_out: listedAmount,
    reference_number: noticeFields.reference.nullish(),
    accumulated: z.unknown().optional(),
  })
  .refine((wire) => wire.amount_in === 0 || wire.amount_out === 0, { path: ["amount_out"] })
  .transform((wire): BankNotice => ({
    provider: "sepay",
    providerTransactionId: wire.id,
    accountNumber: wire.account_number,
    direction: wire.amount_out > 0 ? "out" : "in",
    amountVnd: vnd(wire.amount_in + wire.amount_out),
    content: wire.transaction_content,
    occurredAt: wire.transaction_date,
    bankReference: wire.reference_number || null,
    balanceVnd: balanceOf(listedAmount.safeParse(wire.accumulated).data),
  }));

export function parseSepayRow(row: unknown): Result<BankNotice, "bank_notice_invalid"> {
  return readNoticeBy(listedSchema, row);
}
