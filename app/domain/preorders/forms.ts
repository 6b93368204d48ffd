import { z } from "zod";
import {
  haveDays,
  parseTypedCount,
  parseTypedDay,
  parseTypedVnd,
} from "~/domain/catalog/typed-values";
import { phoneNumber } from "~/domain/identity/forms";
import { lineQuantity } from "~/domain/orders/forms";
import { addDays, type LocalDate } from "~/platform/period";
import { madeWithForm, submissionKey, typedLine } from "~/platform/typed-text";

const CAP_MAX = 100_000;
const PRICE_MAX_VND = 1_000_000_000;
const DAYS_AHEAD_MAX = 400;

const day = z.string({ error: "harvest_day_missing" }).transform((typed, context) => {
  const read = parseTypedDay(typed);
  if (read !== null) return read;
  context.addIssue({ code: "custom", message: "date_invalid" });
  return z.NEVER;
});

/** What a household tells of a crop that is not there yet, on `today`. */
export function harvestFormOn(today: LocalDate) {
  const last = addDays(today, DAYS_AHEAD_MAX);
  return z
    .object({
      harvestId: madeWithForm("hrv"),
      harvestFrom: day,
      harvestTo: day,
      closesOn: day,
      capCount: z.string({ error: "harvest_cap_invalid" }).transform((typed, context) => {
        const packs = parseTypedCount(typed);
        if (packs !== null && packs >= 1 && packs <= CAP_MAX) return packs;
        context.addIssue({ code: "custom", message: "harvest_cap_invalid" });
        return z.NEVER;
      }),
      unitPriceVnd: z.string({ error: "price_missing" }).transform((typed, context) => {
        const amount = parseTypedVnd(typed);
        if (amount !== null && amount >= 1 && amount <= PRICE_MAX_VND) return amount;
        context.addIssue({ code: "custom", message: "price_invalid" });
        return z.NEVER;
      }),
    })
    .refine(({ harvestFrom, harvestTo }) => harvestFrom <= harvestTo, {
      path: ["harvestTo"],
      error: "harvest_ends_before",
      when: haveDays("harvestFrom", "harvestTo"),
    })
    .refine(({ harvestTo }) => harvestTo >= today && harvestTo <= last, {
      path: ["harvestTo"],
      error: "harvest_too_far",
      when: haveDays("harvestTo"),
    })
    .refine(({ closesOn }) => closesOn >= today, {
      path: ["closesOn"],
      error: "harvest_closed_before",
      when: haveDays("closesOn"),
    })
    .refine(({ closesOn, harvestTo }) => closesOn <= harvestTo, {
      path: ["closesOn"],
      error: "harvest_closes_after",
      when: haveDays("closesOn", "harvestTo"),
    });
}

/** What a household does with its list. */
export const harvestMoveForm = z.object({
  harvestId: madeWithForm("hrv"), // a page that is open since the last harvest moves no newer one
  to: z.enum(["open", "closed", "ended"], { error: "unexpected" }), // our buttons send no other word
});

/** Why a place is struck; the buyer reads it. */
export const removalForm = z.object({
  code: z.string({ error: "form_outdated" }).regex(/^DT-[2-9A-Z]{7}$/, { error: "form_outdated" }),
  reason: typedLine({ missing: "reason_required", long: "reason_too_long", max: 300 }),
});

/** What a buyer tells to be put on the list. */
export const preorderForm = z.object({
  submissionKey,
  packCount: lineQuantity,
  buyerName: typedLine({ missing: "full_name_missing", long: "full_name_too_long", max: 80 }),
  buyerPhone: phoneNumber,
  provinceCode: z
    .string({ error: "province_missing" })
    .regex(/^\d{2}$/, { error: "province_missing" }),
  communeCode: z
    .string({ error: "commune_missing" })
    .regex(/^\d{5}$/, { error: "commune_missing" }),
  addressLine: typedLine({ missing: "address_missing", long: "address_too_long", max: 200 }),
});
