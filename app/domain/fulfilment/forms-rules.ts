import { z } from "zod";
import { parseTypedVnd } from "~/domain/catalog/typed-values";
import { WEEKDAYS } from "~/domain/households/ship-days";
import { FRESH_REACHES } from "~/domain/households/shipping-rules";
import { madeWithForm, typedLine } from "~/platform/typed-text";

const FREE_FROM = { min: 10_000, max: 100_000_000 };

/** How a household sends. Sending every day is the same as not saying when; no amount: the buyer always pays. */
export const shippingRulesForm = z.object({
  freshReach: z.enum(FRESH_REACHES, { error: "fresh_reach_missing" }),
  shipDays: z
    .array(z.enum(WEEKDAYS.map(String) as [string, ...string[]]), { error: "ship_days_missing" })
    .min(1, { error: "ship_days_missing" })
    .transform((days) => WEEKDAYS.filter((day) => days.includes(String(day))))
    .transform((days) => (days.length === WEEKDAYS.length ? null : days)),
  freeShippingFrom: z
    .string()
    .transform((typed, context) => {
      const amount = parseTypedVnd(typed);
      if (amount !== null && amount >= FREE_FROM.min && amount <= FREE_FROM.max) return amount;
      context.addIssue({ code: "custom", message: "free_shipping_from_invalid" });
      return z.NEVER;
    })
    .optional()
    .transform((amount) => amount ?? null),
});

/** A place where buyers come for the goods. `pointId` was made with the form. */
export const pickupPointForm = z.object({
  pointId: madeWithForm("pup"),
  name: typedLine({ missing: "pickup_name_missing", long: "pickup_name_long", max: 80 }),
  addressLine: typedLine({ missing: "address_missing", long: "address_too_long", max: 200 }),
  communeCode: z
    .string({ error: "commune_missing" })
    .regex(/^\d{5}$/, { error: "commune_missing" }),
  hours: typedLine({ missing: "pickup_hours_missing", long: "pickup_hours_long", max: 80 }),
});
