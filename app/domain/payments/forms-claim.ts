import { z } from "zod";
import { parseTypedDay, parseTypedVnd } from "~/domain/catalog/typed-values";
import { startOfDate, MINUTE_MS, HOUR_MS } from "~/platform/period";
import { optionalLine, typedText } from "~/platform/typed-text";

const TIME = /^([01]?\d|2[0-3])[:hg.]([0-5]\d)$/;
/** Nobody looks for an older transfer before asking. */
const OLDEST_DAYS = 90;

/**
 * A buyer's word that a transfer was made: how much, when, and its number at the bank. No account is asked for: the
 * bank tells the payer's, and a buyer's is nobody's business here.
 */
export function claimForm(now: number) {
  return z
    .object({
      claimId: z.string().regex(/^tcl_[0-9a-f]{32}$/, { error: "form_outdated" }),
      amount: z.string({ error: "claim_amount_missing" }).transform((text, context) => {
        const amountVnd = parseTypedVnd(text);
        if (amountVnd !== null && amountVnd > 0) return amountVnd;
        context.addIssue({ code: "custom", message: "claim_amount_invalid" });
        return z.NEVER;
      }),
      day: z.string({ error: "claim_day_missing" }).transform((text, context) => {
        const day = parseTypedDay(text);
        if (day !== null) return day;
        context.addIssue({ code: "custom", message: "date_invalid" });
        return z.NEVER;
      }),
      time: z.string({ error: "claim_time_missing" }).transform((text, context) => {
        const [, hour, minute] = TIME.exec(text.trim()) ?? [];
        if (hour !== undefined) return Number(hour) * HOUR_MS + Number(minute) * MINUTE_MS;
        context.addIssue({ code: "custom", message: "claim_time_invalid" });
        return z.NEVER;
      }),
      bankReference: optionalLine({ long: "claim_reference_long", max: 60 }),
    })
    .transform(({ amount, day, time, ...claim }, context) => {
      const transferredAt = startOfDate(day) + time;
      const isOld = transferredAt < now - OLDEST_DAYS * 24 * HOUR_MS;
      if (transferredAt > now + HOUR_MS || isOld) {
        const message = isOld ? "claim_too_old" : "date_in_future";
        context.addIssue({ code: "custom", path: ["day"], message });
        return z.NEVER;
      }
      return { ...claim, amountVnd: amount, transferredAt };
    });
}

/** What the department found, in words that the buyer reads. */
export const claimAnswerForm = z.object({
  to: z.enum(["found", "not_found"], { error: "claim_answer_to_missing" }),
  answer: typedText({
    missing: "claim_answer_missing",
    short: "claim_answer_missing",
    min: 5,
    long: "claim_answer_long",
    max: 600,
  }),
});
