import { z } from "zod";
import {
  haveDays,
  parseTypedCount,
  parseTypedDay,
  parseTypedVnd,
} from "~/domain/catalog/typed-values";
import { madeWithForm, typedLine } from "~/platform/typed-text";
import { normaliseVoucherCode } from "./voucher-code";

const VALUE_MAX_VND = 10_000_000;
const LEAST_MAX_VND = 100_000_000;
const USES_MAX = 100_000;
const NAME_MAX = 80;

const day = z.string({ error: "programme_day_missing" }).transform((typed, context) => {
  const date = parseTypedDay(typed);
  if (date !== null) return date;
  context.addIssue({ code: "custom", message: "date_invalid" });
  return z.NEVER;
});

function amount(error: string, bounds: { min: number; max: number }) {
  return z.string({ error }).transform((typed, context) => {
    const typedVnd = parseTypedVnd(typed);
    if (typedVnd !== null && typedVnd >= bounds.min && typedVnd <= bounds.max) return typedVnd;
    context.addIssue({ code: "custom", message: error });
    return z.NEVER;
  });
}

/** What a programme gives, to whom and how long; its budget is the value times the uses. */
export const programmeForm = z
  .object({
    programmeId: madeWithForm("vcp"),
    name: typedLine({
      missing: "programme_name_missing",
      long: "programme_name_long",
      max: NAME_MAX,
    }),
    code: z.string({ error: "programme_code_invalid" }).transform((typed, context) => {
      const code = normaliseVoucherCode(typed);
      if (code !== null) return code;
      context.addIssue({ code: "custom", message: "programme_code_invalid" });
      return z.NEVER;
    }),
    valueVnd: amount("programme_value_invalid", { min: 1_000, max: VALUE_MAX_VND }),
    leastVnd: amount("programme_least_invalid", { min: 0, max: LEAST_MAX_VND }),
    usesMax: z
      .string({ error: "programme_uses_invalid" })
      .transform((typed) => parseTypedCount(typed) ?? 0)
      .refine((uses) => uses >= 1 && uses <= USES_MAX, { error: "programme_uses_invalid" }),
    startsOn: day,
    endsOn: day,
  })
  .superRefine(
    ({ startsOn, endsOn }, context) => {
      if (endsOn >= startsOn) return;
      context.addIssue({ code: "custom", message: "programme_ends_before", path: ["endsOn"] });
    },
    { when: haveDays("startsOn", "endsOn") },
  );
export type ProgrammeForm = z.output<typeof programmeForm>;
export type ProgrammeField = keyof z.input<typeof programmeForm>;
