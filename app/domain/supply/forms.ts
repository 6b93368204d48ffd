import { z } from "zod";
import { typedDay } from "~/domain/catalog/forms";
import { haveDays } from "~/domain/catalog/typed-values";
import { phoneNumber } from "~/domain/identity/forms";
import { addDays, type LocalDate } from "~/platform/period";
import { madeWithForm, optionalLine, typedLine } from "~/platform/typed-text";
import { parseTypedKilograms } from "./typed-kilograms";

const MAX_KG = 1_000_000;
/** A season; what is picked all year round is declared season by season. */
const SUPPLY_DAYS_MAX = 180;
const DAYS_AHEAD_MAX = 400;

/** Whole kilograms, from `least` on, as `parseTypedKilograms` reads them. */
export function typedKilograms(least: 0 | 1) {
  return z
    .string({ error: "quantity_kg_missing" })
    .transform((typed, context) => {
      const kg = parseTypedKilograms(typed);
      if (kg !== null) return kg;
      context.addIssue({ code: "custom", message: "quantity_kg_invalid" });
      return z.NEVER;
    })
    .refine((kg) => kg >= least && kg <= MAX_KG, { error: "quantity_kg_invalid" });
}

const fields = {
  produceName: typedLine({
    missing: "produce_missing",
    short: "produce_short",
    min: 2,
    long: "produce_long",
    max: 60,
  }),
  quantityKg: typedKilograms(1),
  fromOn: typedDay("supply_from_missing"),
  toOn: typedDay("supply_to_missing"),
  note: optionalLine({ long: "supply_note_long", max: 200 }),
};

const days = { when: haveDays("fromOn", "toOn") };

function checkDays(
  { fromOn, toOn }: { fromOn: LocalDate; toOn: LocalDate },
  { today, context }: { today: LocalDate; context: z.RefinementCtx },
) {
  const say = (path: "fromOn" | "toOn", message: string) =>
    context.addIssue({ code: "custom", message, path: [path] });
  if (toOn < fromOn) say("toOn", "supply_ends_before");
  else if (toOn < today) say("toOn", "supply_over");
  else if (toOn > addDays(fromOn, SUPPLY_DAYS_MAX)) say("toOn", "supply_too_long");
  if (fromOn > addDays(today, DAYS_AHEAD_MAX)) say("fromOn", "supply_too_far");
}

/**
 * What a household expects to harvest; `declarationId` was made with the form, so that it sent twice is one, and
 * `confirmedKg` is the quantity to which it said yes when it was asked again.
 */
export function declarationFormOn(today: LocalDate) {
  return z
    .object({
      declarationId: madeWithForm("shd"),
      confirmedKg: typedKilograms(1).optional(),
      ...fields,
    })
    .superRefine((value, context) => checkDays(value, { today, context }), days);
}
export type DeclarationForm = z.output<ReturnType<typeof declarationFormOn>>;

const buyerName = typedLine({
  missing: "demand_buyer_missing",
  long: "demand_buyer_long",
  max: 120,
});

/** What a buyer would take, as an officer was told. */
export function demandFormOn(today: LocalDate) {
  return z
    .object({
      demandId: madeWithForm("sdm"),
      buyerName,
      contact: optionalLine({ long: "demand_contact_long", max: 120 }),
      ...fields,
    })
    .superRefine((value, context) => checkDays(value, { today, context }), days);
}
export type DemandForm = z.output<ReturnType<typeof demandFormOn>>;

/** The same as the buyer writes it, who is called back. */
export function wantedFormOn(today: LocalDate) {
  return z
    .object({ demandId: madeWithForm("sdm"), buyerName, phone: phoneNumber, ...fields })
    .superRefine((value, context) => checkDays(value, { today, context }), days);
}
export type WantedForm = z.output<ReturnType<typeof wantedFormOn>>;
