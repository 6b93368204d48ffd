import { z } from "zod";
import { vnd, type Vnd } from "~/platform/money";
import { fail, succeed } from "~/platform/result";
import type { Result } from "~/platform/result";
import { parseBankLocalTime } from "./bank-local-time";
import { BANK_AMOUNT_MAX, CONTENT_LENGTH_MAX, type BankNotice } from "./bank-notice";

/**
 * The JSON that SePay posts, out of which a `BankNotice` comes. Only what is used is looked at: a field they
 * add, or their own reading of the memo (`code`), must not make us lose a payment.
 * Amounts are JSON numbers; a string, a fraction or anything of more than 13 digits is refused, never
 * converted: sums of such amounts stay exact.
 * Source: developer.sepay.vn, «Tích hợp webhook».
 */
const sepayNoticeSchema = z
  .object({
    id: z.int().min(1),
    transactionDate: z.string().transform((text, context) => {
      const instant = parseBankLocalTime(text);
      if (instant !== null) return instant;
      context.addIssue({ code: "custom", message: "not YYYY-MM-DD HH:mm:ss" });
      return z.NEVER;
    }),
    accountNumber: z.string().regex(/^[A-Za-z0-9]{1,34}$/),
    content: z.string().max(CONTENT_LENGTH_MAX),
    transferType: z.enum(["in", "out"]),
    transferAmount: z.int().min(-BANK_AMOUNT_MAX).max(BANK_AMOUNT_MAX),
    referenceCode: z.string().max(200).nullish(),
    accumulated: z.unknown(),
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

/** `payload` is parsed JSON. On refusal `detail.fields` names the fields, never their content. */
export function parseSepayNotice(payload: unknown): Result<BankNotice, "bank_notice_invalid"> {
  const parsed = sepayNoticeSchema.safeParse(payload);
  if (parsed.success) return succeed(parsed.data);
  const fields = new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? "")));
  return fail("bank_notice_invalid", { fields: [...fields].join(" ") });
}

/** A running balance of 0 is what SePay sends for banks that do not tell it. Never a reason to lose the line. */
function balanceOf(accumulated: unknown): Vnd | null {
  if (typeof accumulated !== "number" || !Number.isSafeInteger(accumulated)) return null;
  return accumulated > 0 && accumulated <= BANK_AMOUNT_MAX ? vnd(accumulated) : null;
}
