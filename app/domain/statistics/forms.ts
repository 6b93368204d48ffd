import { z } from "zod";
import { parseTypedDay } from "~/domain/catalog/typed-values";
import { addMonths, isMonth, monthOf, type LocalDate } from "~/platform/period";
import { typedLine, typedText } from "~/platform/typed-text";
import { isAmbiguousAmount, parseBillions } from "./billions";
import { RETAIL_KINDS, RETAIL_STAGES } from "./retail-stages";

const MAX_SOURCE_LENGTH = 200;

/**
 * A vintage of the official denominator as an officer types it; the amount comes out in đồng.
 * `confirmation` is of `retail-question.ts`.
 * @param today nothing is known of later months, and nothing was published on later days
 */
export function retailTotalForm(today: LocalDate) {
  return (
    z
      .object({
        month: z
          .string("month_missing")
          .refine(isMonth, "month_invalid")
          .refine((month) => month <= monthOf(today), "month_in_future"),
        kind: z.enum(RETAIL_KINDS, "retail_kind_missing"),
        amount: z.string("retail_amount_missing").transform((text, context) => {
          const parsed = parseBillions(text);
          if (parsed.ok) return { vnd: parsed.value, isAmbiguous: isAmbiguousAmount(text) };
          context.addIssue(parsed.code);
          return z.NEVER;
        }),
        stage: z.enum(RETAIL_STAGES, "retail_stage_missing"),
        source: typedLine({
          missing: "retail_source_missing",
          short: "retail_source_missing",
          min: 3,
          long: "retail_source_long",
          max: MAX_SOURCE_LENGTH,
        }),
        publishedOn: z
          .string("published_on_missing")
          .transform((text, context) => {
            const day = parseTypedDay(text);
            if (day !== null) return day;
            context.addIssue("date_invalid");
            return z.NEVER;
          })
          .refine((day) => day <= today, "date_in_future"),
        confirmation: z.string().optional(),
      })
      .refine((form) => form.publishedOn >= `${form.month}-01`, {
        path: ["publishedOn"],
        message: "published_before_month",
      })
      // An office estimates a month in its last days; it cannot have counted it yet.
      .refine(
        (form) => form.stage === "estimate" || form.publishedOn >= `${addMonths(form.month, 1)}-01`,
        { path: ["stage"], message: "retail_stage_early" },
      )
  );
}

/** Why a closed month is counted anew; `edition` is the newest one that the officer saw. */
export const revisionForm = z.object({
  edition: z.coerce.number("period_revised_since").int("period_revised_since"),
  note: typedText({
    missing: "revision_note_missing",
    short: "revision_note_missing",
    min: 3,
    long: "revision_note_long",
    max: 500,
  }),
});
