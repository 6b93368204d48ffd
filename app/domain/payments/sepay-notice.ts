import { z } from "zod";
import { vnd } from "~/platform/money";
import type { Vnd } from "~/platform/money";
import { DAY_MS, HOUR_MS, MINUTE_MS, VIETNAM_OFFSET_MS } from "~/platform/period";
import { fail, succeed } from "~/platform/result";
import type { Result } from "~/platform/result";

/** One line of a bank account as a provider reported it, before anybody judged it. */
export type BankNotice = {
  provider: "sepay";
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
  /** The bank's own reference. */
  referenceCode: string | null;
};

const CONTENT_LENGTH_MAX = 2_000;
/** 13 digits, as many as a VietQR has room for. */
const AMOUNT_MAX = 9_999_999_999_999;

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
    transferAmount: z.int().min(-AMOUNT_MAX).max(AMOUNT_MAX),
    referenceCode: z.string().max(200).nullish(),
  })
  .transform((wire): BankNotice => ({
    provider: "sepay",
    providerTransactionId: String(wire.id),
    accountNumber: wire.accountNumber,
    direction: wire.transferType,
    amountVnd: vnd(wire.transferAmount),
    content: wire.content,
    occurredAt: wire.transactionDate,
    referenceCode: wire.referenceCode || null,
  }));

/** `payload` is parsed JSON. On refusal `detail.fields` names the fields, never their content. */
export function parseSepayNotice(payload: unknown): Result<BankNotice, "bank_notice_invalid"> {
  const parsed = sepayNoticeSchema.safeParse(payload);
  if (parsed.success) return succeed(parsed.data);
  const fields = new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? "")));
  return fail("bank_notice_invalid", { fields: [...fields].join(" ") });
}

const LOCAL_TIME = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * `YYYY-MM-DD HH:mm:ss` as banks write it, in Vietnamese time without saying so, to epoch milliseconds.
 * Null for anything else, a day that does not exist included. Arithmetic, because the platform's own parser
 * takes the server's zone and turns 30 February into 2 March.
 */
export function parseBankLocalTime(text: string): number | null {
  const match = LOCAL_TIME.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map(Number);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  if (hour > 23 || minute > 59 || second > 59) return null;
  const local =
    daysFromCivil(year, month, day) * DAY_MS + hour * HOUR_MS + minute * MINUTE_MS + second * 1_000;
  return local - VIETNAM_OFFSET_MS;
}

function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** Days since 1970-01-01. Years begin in March, so that the leap day is the last (H. Hinnant, days_from_civil). */
function daysFromCivil(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
