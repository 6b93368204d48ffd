import { z } from "zod";
import { parseTypedCount, parseTypedDay, parseTypedVnd } from "~/domain/catalog/typed-values";
import type { LocalDate } from "~/platform/period";
import { madeWithForm } from "~/platform/typed-text";
import type { ShippingTariff } from "./shipping-tariff";

const STEP_MAX_VND = 1_000_000; // dearer than any parcel by post: a slip of the finger
const FIRST_STEP_MIN_VND = 1_000;
const STEP_GRAMS = { min: 50, max: 10_000 };
const DIVISOR = { min: 1_000, max: 20_000 };
const PROVINCES_MAX = 100;

const stepVnd = z.string({ error: "tariff_price_invalid" }).transform((typed, context) => {
  const amount = parseTypedVnd(typed);
  if (amount !== null && amount <= STEP_MAX_VND) return amount;
  context.addIssue({ code: "custom", message: "tariff_price_invalid" });
  return z.NEVER;
});

/** Nobody sends for nothing: an empty field that a script filled with 0 would give all shipping away. */
const firstStepVnd = stepVnd.refine((amount) => amount >= FIRST_STEP_MIN_VND, {
  error: "tariff_first_invalid",
});

const countBetween = (message: string, { min, max }: { min: number; max: number }) =>
  z.string({ error: message }).transform((typed, context) => {
    const count = parseTypedCount(typed);
    if (count !== null && count >= min && count <= max) return count;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });

const fields = {
  tariffId: madeWithForm("sht"),
  effectiveOn: z.string({ error: "tariff_day_missing" }).transform((typed, context) => {
    const day = parseTypedDay(typed);
    if (day !== null) return day;
    context.addIssue({ code: "custom", message: "date_invalid" });
    return z.NEVER;
  }),
  inProvinceFirst: firstStepVnd,
  inProvinceNext: stepVnd,
  nearFirst: firstStepVnd,
  nearNext: stepVnd,
  elsewhereFirst: firstStepVnd,
  elsewhereNext: stepVnd,
  stepGrams: countBetween("tariff_step_invalid", STEP_GRAMS),
  volumetricDivisor: countBetween("tariff_divisor_invalid", DIVISOR),
  nearProvinceCodes: z
    .array(z.string().regex(/^\d{2}$/))
    .max(PROVINCES_MAX)
    .default([]),
};
export type TariffField = keyof typeof fields;

/** A tariff as an officer types it, from `today` on or later. */
export function tariffFormOn(today: LocalDate) {
  return z
    .object({
      ...fields,
      effectiveOn: fields.effectiveOn.refine((day) => day >= today, { error: "tariff_in_past" }),
    })
    .transform((form): ShippingTariff & { tariffId: string } => ({
      tariffId: form.tariffId,
      effectiveOn: form.effectiveOn,
      stepGrams: form.stepGrams,
      volumetricDivisor: form.volumetricDivisor,
      nearProvinceCodes: form.nearProvinceCodes,
      rates: {
        in_province: { firstStepVnd: form.inProvinceFirst, nextStepVnd: form.inProvinceNext },
        near: { firstStepVnd: form.nearFirst, nextStepVnd: form.nearNext },
        elsewhere: { firstStepVnd: form.elsewhereFirst, nextStepVnd: form.elsewhereNext },
      },
    }));
}
