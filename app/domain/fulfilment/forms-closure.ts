import { z } from "zod";
import { haveDays, parseTypedDay } from "~/domain/catalog/typed-values";
import { CLOSURE_DAYS_MAX } from "~/domain/households/shop-closure";
import { addDays, type LocalDate } from "~/platform/period";

const DAYS_AHEAD_MAX = 365;

const day = z.string({ error: "closure_day_missing" }).transform((typed, context) => {
  const read = parseTypedDay(typed);
  if (read !== null) return read;
  context.addIssue({ code: "custom", message: "date_invalid" });
  return z.NEVER;
});

/** From when until when a household takes no orders, as it says on `today`; a first day that has gone by is today. */
export function closureFormOn(today: LocalDate) {
  return z
    .object({ from: day, until: day })
    .refine(({ from, until }) => from <= until, {
      path: ["until"],
      error: "closure_ends_before",
      when: haveDays("from", "until"),
    })
    .refine(({ until }) => until >= today, {
      path: ["until"],
      error: "closure_over",
      when: haveDays("until"),
    })
    .refine(({ from, until }) => until < addDays(from < today ? today : from, CLOSURE_DAYS_MAX), {
      path: ["until"],
      error: "closure_too_long",
      when: haveDays("from", "until"),
    })
    .refine(({ from }) => from <= addDays(today, DAYS_AHEAD_MAX), {
      path: ["from"],
      error: "closure_too_far",
      when: haveDays("from"),
    })
    .transform(({ from, until }) => ({ from: from < today ? today : from, until }));
}
