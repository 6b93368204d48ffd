import { z } from "zod";
import { vnd, type Vnd } from "~/platform/money";
import { fail, succeed, type Result } from "~/platform/result";
import { parseBankLocalTime } from "./bank-local-time";
import { BANK_AMOUNT_MAX, CONTENT_LENGTH_MAX, type BankNotice } from "./bank-notice";

/** What the JSON of all providers is made of. Each is strict: what is odd makes its line one for a person. */
export const noticeFields = {
  /** `YYYY-MM-DD HH:mm:ss` in Vietnam. */
  localTime: z.string().transform((text, context) => {
    const instant = parseBankLocalTime(text);
    if (instant !== null) return instant;
    context.addIssue({ code: "custom", message: "not YYYY-MM-DD HH:mm:ss" });
    return z.NEVER;
  }),
  accountNumber: z.string().regex(/^[A-Za-z0-9]{1,34}$/),
  content: z.string().max(CONTENT_LENGTH_MAX),
  reference: z.string().trim().max(200),
  /** A JSON number; a string, a fraction or more than 13 digits is refused, never converted. */
  amount: z.int().min(-BANK_AMOUNT_MAX).max(BANK_AMOUNT_MAX),
};

/** A running balance of 0 is what providers send for banks that do not tell it. Never a reason to lose the line. */
export function balanceOf(told: unknown): Vnd | null {
  if (typeof told !== "number" || !Number.isSafeInteger(told)) return null;
  return told > 0 && told <= BANK_AMOUNT_MAX ? vnd(told) : null;
}

/** On refusal `detail.fields` names the fields, never their content. */
export function readNoticeBy(
  schema: z.ZodType<BankNotice>,
  payload: unknown,
): Result<BankNotice, "bank_notice_invalid"> {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return succeed(parsed.data);
  const fields = new Set(parsed.error.issues.map((issue) => String(issue.path.at(-1) ?? "")));
  return fail("bank_notice_invalid", { fields: [...fields].join(" ") });
}
