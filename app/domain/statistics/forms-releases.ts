import { z } from "zod";
import { phoneInText } from "~/domain/identity/phone-in-text";
import { momentOf, type Month } from "~/platform/period";
import { typedText } from "~/platform/typed-text";

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const day = z.iso.date({ error: "release_day_missing", abort: true });
const hour = z
  .string({ error: "release_hour_missing" })
  .regex(TIME, { error: "release_hour_missing", abort: true });
const seen = z.coerce.number("form_outdated").int("form_outdated");

/** Why an hour that was told does not hold: everybody reads it. */
const reason = typedText({
  missing: "release_reason_missing",
  short: "release_reason_missing",
  min: 3,
  long: "release_reason_long",
  max: 300,
}).refine((text) => phoneInText(text) === null && !/https?:|www\./i.test(text), {
  error: "release_reason_contact",
});

/** Nothing was told before, so there is nothing to explain. */
const unasked = z
  .unknown()
  .optional()
  .transform(() => "");

/** When a month will be published, and why then, where another hour was told before. */
export const releaseForm = (needsReason: boolean) =>
  z.object({ seen, day, hour, reason: needsReason ? reason : unasked });

/** Why no hour holds any more. */
export const releaseWithdrawalForm = z.object({ seen, reason });

/** The field of a month's day: `day202612`. */
export function dayField(month: Month): string {
  return `day${month.replace("-", "")}`;
}

/** The days of several months, those without one left out, and the hour of all of them. */
export const calendarForm = (months: readonly Month[]) =>
  z
    .object({
      hour,
      ...Object.fromEntries(months.map((month) => [dayField(month), day.optional()])),
    })
    .transform((typed: Record<string, unknown>, context) => {
      const days = months.flatMap((month) => {
        const on = typed[dayField(month)];
        return typeof on === "string"
          ? [{ month, dueAt: momentOf(on, String(typed["hour"])) }]
          : [];
      });
      if (days.length > 0) return days;
      const first = months[0];
      const path = first === undefined ? [] : [dayField(first)];
      context.addIssue({ code: "custom", path, message: "release_days_missing" });
      return z.NEVER;
    });
