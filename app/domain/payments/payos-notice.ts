import { z } from "zod";
import { vnd } from "~/platform/money";
import { fail, type Result } from "~/platform/result";
import type { BankNotice } from "./bank-notice";
import { noticeFields, readNoticeBy } from "./notice-fields";
import { isAmbiguous, type PayosData } from "./payos-signed-text";

/**
 * The JSON that payOS posts. `code` 00 within `data` says that the money came; the outer `code` and `success` are not
 * signed and may only contradict it. payOS gives a line no number of its own: it is known by its payment link and the
 * bank's reference together. It tells of incoming money alone, and only of what was paid to a link of its own making;
 * it has no list of an account's lines that could be asked for, so what it forgets another provider or the bank's
 * statement has to tell.
 * Source: payos.vn/docs, «Webhook thông tin thanh toán».
 */
const webhookSchema = z
  .object({
    success: z.literal(true).optional(),
    code: z.string().optional(),
    data: z.object({
      code: z.literal("00"),
      amount: noticeFields.amount,
      description: noticeFields.content,
      accountNumber: noticeFields.accountNumber,
      reference: noticeFields.reference.min(1),
      transactionDateTime: noticeFields.localTime,
      currency: z.literal("VND"),
      paymentLinkId: z.string().min(1).max(100),
    }),
  })
  .transform(({ data }): BankNotice => ({
    provider: "payos",
    providerTransactionId: `${data.paymentLinkId}:${data.reference}`,
    accountNumber: data.accountNumber,
    direction: "in",
    amountVnd: vnd(data.amount),
    content: data.description,
    occurredAt: data.transactionDateTime,
    bankReference: data.reference,
    balanceVnd: null,
  }));

/** `payload` is parsed JSON whose signature was right; one whose signed text means two things is not believed. */
export function parsePayosNotice(payload: unknown): Result<BankNotice, "bank_notice_invalid"> {
  const data = payosDataOf(payload);
  if (data !== null && isAmbiguous(data)) {
    return fail("bank_notice_invalid", { fields: "signature" });
  }
  return readNoticeBy(webhookSchema, payload);
}

export function payosDataOf(payload: unknown): PayosData | null {
  return recordOf(recordOf(payload)?.["data"]);
}

/**
 * The transfer that payOS makes up to try an address when it is registered. It is nobody's money, so it is answered
 * and kept nowhere. In receivers written after payOS's own example it is known by its memo, here by all that its page
 * shows.
 */
export function isPayosSample(payload: unknown): boolean {
  const data = payosDataOf(payload);
  return (
    data !== null &&
    data["orderCode"] === 123 &&
    data["amount"] === 3_000 &&
    data["accountNumber"] === "12345678" &&
    data["reference"] === "TF230204212323" &&
    (data["description"] === "VQRIO123" || data["description"] === "Ma giao dich thu nghiem")
  );
}

function recordOf(value: unknown): PayosData | null {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  return isRecord ? { ...value } : null;
}
