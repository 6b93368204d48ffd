import { z } from "zod";
import { fileHash } from "~/platform/part-limits";
import type { LocalDate } from "~/platform/period";
import { madeWithForm } from "~/platform/typed-text";
import { checkDays, DESCRIPTION_MAX_LENGTH, productFields, shownCount } from "./forms";
import {
  LISTING_SCREENS,
  type Answered,
  type ListingAnswers,
  type ListingScreen,
} from "./listing-answers";
import { MEASURES, measuresFor, sizeOf, unitsFor, type Measure } from "./listing-packs";
import { haveDays, parseTypedCount } from "./typed-values";

const MAX_AMOUNT = 1_000_000;

/** The version that brought the answer which the form showed; 0 where there was none. */
const seen = shownCount;

export type ReadAnswer<Screen extends ListingScreen> = {
  seen: number;
  value: ListingAnswers[Screen];
};
type AnswerForm<Screen extends ListingScreen> = z.ZodType<ReadAnswer<Screen>>;

/**
 * The photo is read beside it: it is bytes, not text; or `sentPhoto` names the one that came in parts. `later`: there is
 * none yet.
 */
export const listingPhotoForm = z.object({
  seen,
  later: z.literal("1").optional(),
  sentPhoto: fileHash.optional(),
});

/** The same before there is a draft: its id was made with the form, so that the form sent twice begins one. */
export const listingBeginForm = listingPhotoForm.extend({ listingId: madeWithForm("prd") });

const kindForm: AnswerForm<"kind"> = z
  .object({ seen, ocopSet: productFields.ocopSet })
  .transform(({ ocopSet, ...rest }) => ({ ...rest, value: ocopSet }));

const nameForm: AnswerForm<"name"> = z
  .object({ seen, name: productFields.name })
  .transform(({ name, ...rest }) => ({ ...rest, value: name }));

const priceForm: AnswerForm<"price"> = z
  .object({ seen, priceVnd: productFields.priceVnd })
  .transform(({ priceVnd, ...rest }) => ({ ...rest, value: priceVnd }));

function unitFormOf(set: number): AnswerForm<"unit"> {
  return z
    .object({ seen, unit: z.enum(unitsFor(set), { error: "pack_unit_missing" }) })
    .transform(({ unit, ...rest }) => ({ ...rest, value: unit }));
}

/** Kilograms and litres may have a comma; what is counted is counted whole. */
function amountForm(measures: readonly Measure[], codes: { missing: string; invalid: string }) {
  return z
    .object({
      seen,
      quantity: z.string({ error: codes.missing }),
      measure: z.enum(measures.length > 0 ? measures : MEASURES, { error: "content_unit_missing" }),
    })
    .transform(({ quantity, measure, ...rest }, context) => {
      const amount = amountOf(quantity, measure);
      if (amount !== null) return { ...rest, value: { amount, measure } };
      context.addIssue({ code: "custom", message: codes.invalid, path: ["quantity"] });
      return z.NEVER;
    });
}

function amountOf(typed: string, measure: Measure): number | null {
  const size = sizeOf(measure);
  const parts = /^\s*(\d{1,4})[.,](\d{1,2})\s*$/.exec(typed);
  const amount =
    parts && size > 1
      ? Number(parts[1]) * size + Number(parts[2]?.padEnd(3, "0"))
      : (parseTypedCount(typed) ?? 0) * size;
  return amount >= 1 && amount <= MAX_AMOUNT ? amount : null;
}

const contentCodes = { missing: "content_quantity_missing", invalid: "content_quantity_invalid" };

const weightForm: AnswerForm<"weight"> = amountForm(["g", "kg"], {
  missing: "weight_missing",
  invalid: "weight_invalid",
}).transform(({ value, ...rest }) => ({ ...rest, value: value.amount }));

function stockFormOn(today: LocalDate): AnswerForm<"stock"> {
  const { stockCount, madeOn, expiresOn } = productFields;
  return z
    .object({ seen, stockCount, madeOn, expiresOn })
    .superRefine((lot, context) => checkDays(lot, today, context), { when: haveDays("madeOn") })
    .transform(({ seen: shown, expiresOn: last, ...lot }) => ({
      seen: shown,
      value: { kind: "now" as const, ...lot, expiresOn: last ?? null },
    }));
}

const monthOfYear = z
  .string({ error: "season_month_missing" })
  .regex(/^(?:[1-9]|1[0-2])$/, { error: "season_month_missing" })
  .transform(Number);

const seasonForm: AnswerForm<"stock"> = z
  .object({ seen, fromMonth: monthOfYear, toMonth: monthOfYear })
  .transform(({ seen: shown, ...months }) => ({
    seen: shown,
    value: { kind: "season" as const, ...months },
  }));

export type AskedWith = {
  answered: Answered;
  today: LocalDate;
  /** Of the last question: the months of a harvest, or what is there now. */
  when: "now" | "season";
};

/** The form of a question, as it is asked after the answers before it. */
export function listingFormOf(
  screen: Exclude<ListingScreen, "photo">,
  { answered, today, when }: AskedWith,
): z.ZodType<ReadAnswer<Exclude<ListingScreen, "photo">>> {
  const set = answered.kind?.value ?? 1;
  switch (screen) {
    case "kind":
      return kindForm;
    case "name":
      return nameForm;
    case "unit":
      return unitFormOf(set);
    case "content":
      return amountForm(measuresFor(set, answered.unit?.value ?? "piece"), contentCodes);
    case "weight":
      return weightForm;
    case "price":
      return priceForm;
    case "stock":
      return when === "season" ? seasonForm : stockFormOn(today);
  }
}

/** What the summary sends: the version that it showed, and what is still to be said. */
export const listingSendingForm = z.object({
  version: shownCount,
  description: productFields.description,
  taxClass: productFields.taxClass,
  to: z.enum(["submit", "draft"], { error: "unexpected" }),
});

const typedFields = z.record(z.string().max(40), z.string().max(4_000));
const typedAnswer = z.object({
  screen: z.enum(LISTING_SCREENS).exclude(["photo"]),
  seen: z.int().min(0),
  when: z.enum(["now", "season"]),
  fields: typedFields,
});

/** What a phone sends of a product that it kept while it had no line (JSON, made by our own page). */
export const keptListingForm = z.object({
  listingId: madeWithForm("prd"),
  householdId: z.string().max(60),
  photo: z.object({ seen: z.int().min(0), hash: fileHash.nullable() }).nullable(),
  answers: z.array(typedAnswer).max(LISTING_SCREENS.length),
  sending: z.object({ to: z.enum(["submit", "draft"]), fields: typedFields }).nullable(),
});
export type KeptListingForm = z.output<typeof keptListingForm>;

/** The summary left for a question: what was typed there is kept as it is. */
export const listingLeavingForm = z.object({
  to: z.enum(LISTING_SCREENS),
  description: z
    .string()
    .default("")
    .transform((typed) => typed.slice(0, DESCRIPTION_MAX_LENGTH)),
  taxClass: productFields.taxClass,
});
