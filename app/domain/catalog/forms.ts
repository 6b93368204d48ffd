import { z } from "zod";
import type { LocalDate } from "~/platform/period";
import {
  madeWithForm,
  optionalLine,
  optionalText,
  typedLine,
  typedText,
} from "~/platform/typed-text";
import type { EnglishField } from "./english-words";
import { isOcopSet, isService } from "./ocop-sets";
import { PACKAGE_SIDE_MAX_CM, PACKAGE_SIDES, type PackageSize } from "./package-size";
import { GOODS_TAX_CLASSES, taxClassOf, type ProductTaxClass } from "./tax-class";
import { haveDays, isReadDay, parseTypedCount, parseTypedDay, parseTypedVnd } from "./typed-values";
import { CONTENT_UNITS, type ContentUnit } from "./units";

const NAME_MAX_LENGTH = 120;
export const DESCRIPTION_MAX_LENGTH = 3_000;
const PACK_LABEL_MAX_LENGTH = 60;
const MIN_PRICE_VND = 1_000; // the smallest note in use
const MAX_PRICE_VND = 500_000_000;
const MAX_STOCK_COUNT = 100_000;
const MAX_CONTENT_QUANTITY = 1_000_000;
const MAX_WEIGHT_GRAMS = 1_000_000;

const priceVnd = z
  .string({ error: "price_missing" })
  .transform(readAs("price_invalid", parseTypedVnd))
  .superRefine((amount, context) => {
    if (amount >= MIN_PRICE_VND && amount <= MAX_PRICE_VND) return;
    // Who writes 60 means 60.000, as it is said.
    const isShort = amount > 0 && amount < MIN_PRICE_VND;
    const message = isShort ? `price_meant?typed=${amount}` : "price_out_of_range";
    context.addIssue({ code: "custom", message });
  });

const stockCount = z
  .string({ error: "stock_missing" })
  .transform(readAs("stock_invalid", parseTypedCount))
  .refine((count) => count <= MAX_STOCK_COUNT, { error: "stock_invalid" });

export const typedDay = (missing: string) =>
  z.string({ error: missing }).transform(readAs("date_invalid", parseTypedDay));

const lotFields = {
  stockCount,
  madeOn: typedDay("made_on_missing"),
  expiresOn: typedDay("date_invalid").optional(),
};

const words = {
  name: typedLine({
    missing: "product_name_missing",
    short: "product_name_short",
    min: 3,
    long: "product_name_long",
    max: NAME_MAX_LENGTH,
  }),
  ocopSet: z
    .string({ error: "ocop_set_missing" })
    .transform(readAs("ocop_set_missing", parseTypedCount))
    .refine(isOcopSet, { error: "ocop_set_missing" }),
  taxClass: z.enum(GOODS_TAX_CLASSES, { error: "tax_class_invalid" }).optional(),
  description: typedText({
    missing: "description_missing",
    short: "description_short",
    min: 10,
    long: "description_long",
    max: DESCRIPTION_MAX_LENGTH,
  }),
  packLabel: typedLine({
    missing: "pack_label_missing",
    long: "pack_label_long",
    max: PACK_LABEL_MAX_LENGTH,
  }),
  contentQuantity: z
    .string({ error: "content_quantity_missing" })
    .transform(readAs("content_quantity_invalid", parseTypedCount))
    .refine((count) => count >= 1 && count <= MAX_CONTENT_QUANTITY, {
      error: "content_quantity_invalid",
    }),
  contentUnit: z.enum(CONTENT_UNITS, { error: "content_unit_missing" }),
  weightGrams: z
    .string()
    .transform(readAs("weight_invalid", parseTypedCount))
    .refine((grams) => grams >= 1 && grams <= MAX_WEIGHT_GRAMS, { error: "weight_invalid" })
    .optional(),
  lengthCm: sideCm(),
  widthCm: sideCm(),
  heightCm: sideCm(),
};

function sideCm() {
  return z
    .string()
    .transform(readAs("package_side_invalid", parseTypedCount))
    .refine((cm) => cm >= 1 && cm <= PACKAGE_SIDE_MAX_CM, { error: "package_side_invalid" })
    .optional();
}

const english = {
  nameEn: optionalLine({ long: "product_name_long", max: NAME_MAX_LENGTH }),
  descriptionEn: optionalText({ long: "description_long", max: DESCRIPTION_MAX_LENGTH }),
  packLabelEn: optionalLine({ long: "pack_label_long", max: PACK_LABEL_MAX_LENGTH }),
} satisfies Record<EnglishField, z.ZodType<string>>;

/**
 * What a product says; editable while it is not for sale. `weightGrams` is always set in the value, and
 * `packageSize` is null unless all three sides are known. `englishStands`:
 * whoever sends it says that English texts left as they were fit the changed Vietnamese.
 */
export const productWordsForm = z
  .object({ ...words, ...english, englishStands: z.literal("on").optional() })
  .transform(withWeight)
  .transform(withPackageSize)
  .transform(withTaxClass);
export type EditedWords = Omit<z.output<typeof productWordsForm>, "englishStands">;
export type ProductWords = Omit<EditedWords, EnglishField>;

export const priceForm = z.object({ priceVnd });

const amountOfPage = z
  .string({ error: "form_outdated" })
  .transform(readAs("form_outdated", parseTypedVnd));

/** Another price than the one that was shown; `sureVnd`: the one that its sender was asked about and said yes to. */
export const priceChangeForm = z.object({
  priceVnd,
  shownVnd: amountOfPage,
  sureVnd: amountOfPage.optional(),
});
export type PriceChange = z.output<typeof priceChangeForm>;

/** What a product is told by, field by field, for forms that ask for a part of it. */
export const productFields = { ...words, priceVnd, ...lotFields };

/** How many of something the page showed when the form was made: a form that came twice finds another count. */
export const shownCount = z
  .string({ error: "form_outdated" })
  .transform(readAs("form_outdated", parseTypedCount));

/** How many photos the form showed. The file is read beside the form: it is bytes, not text. */
export const photoForm = z.object({ shownCount });

/** What is done with one photo. */
export const photoMoveForm = z.object({ move: z.enum(["first", "remove"]) });

/** A household's own moves of a product. */
export const publicationForm = z.object({ move: z.enum(["submit", "withdraw"]) });

/** How many packs of a lot are there now, and how many the form showed. */
export const lotCountForm = z.object({
  onHandCount: stockCount,
  shownCount,
});

/**
 * A new lot: its packs, made no later than today, and not expired by tomorrow. `lotId` was made with the form, so
 * that the form sent twice adds one lot.
 */
export function lotFormOn(today: LocalDate) {
  return z
    .object({ lotId: madeWithForm("lot"), ...lotFields })
    .superRefine((lot, context) => checkDays(lot, today, context), days);
}

/**
 * A whole product in one form: words, price and first stock; the photo is read beside it. `productId` was made
 * with the form, so that the form sent twice makes one product.
 */
export function newProductFormOn(today: LocalDate) {
  return z
    .object({ productId: madeWithForm("prd"), ...words, priceVnd, ...lotFields })
    .superRefine((product, context) => checkDays(product, today, context), days)
    .transform(withWeight)
    .transform(withPackageSize)
    .transform(withTaxClass);
}
export type NewProductForm = Omit<z.output<ReturnType<typeof newProductFormOn>>, "productId">;
export type LotForm = Omit<z.output<ReturnType<typeof lotFormOn>>, "lotId">;

function readAs<Value>(invalidCode: string, parse: (text: string) => Value | null) {
  return (text: string, context: z.RefinementCtx): Value => {
    const value = parse(text);
    if (value !== null) return value;
    context.addIssue({ code: "custom", message: invalidCode });
    return z.NEVER;
  };
}

type Weighed = {
  contentQuantity: number;
  contentUnit: ContentUnit;
  ocopSet: number;
  weightGrams?: number | undefined;
};

/** A pack of grams or millilitres weighs about its content; how much a piece weighs only the seller knows. */
function withWeight<Input extends Weighed>(
  input: Input,
  context: z.RefinementCtx,
): Omit<Input, "weightGrams"> & { weightGrams: number } {
  if (input.weightGrams !== undefined) return { ...input, weightGrams: input.weightGrams };
  if (isService(input.ocopSet)) return { ...input, weightGrams: 0 };
  if (input.contentUnit !== "piece") return { ...input, weightGrams: input.contentQuantity };
  context.addIssue({ code: "custom", message: "weight_missing", path: ["weightGrams"] });
  return z.NEVER;
}

/** What nobody says follows from the set; a service is one whatever the form says. */
function withTaxClass<Input extends { ocopSet: number; taxClass?: ProductTaxClass | undefined }>(
  input: Input,
): Omit<Input, "taxClass"> & { taxClass: ProductTaxClass } {
  return { ...input, taxClass: taxClassOf(input.ocopSet, input.taxClass) };
}

type Sides = Record<(typeof PACKAGE_SIDES)[number], number | undefined>;

/** Two sides make no volume: the third is asked for, or none is kept. */
function withPackageSize<Input extends Partial<Sides>>(
  input: Input,
  context: z.RefinementCtx,
): Omit<Input, keyof Sides> & { packageSize: PackageSize | null } {
  const { lengthCm, widthCm, heightCm, ...others } = input;
  if (lengthCm !== undefined && widthCm !== undefined && heightCm !== undefined) {
    return { ...others, packageSize: { lengthCm, widthCm, heightCm } };
  }
  const missing = PACKAGE_SIDES.filter((side) => input[side] === undefined);
  if (missing.length < PACKAGE_SIDES.length) {
    for (const side of missing) {
      context.addIssue({ code: "custom", message: "package_side_missing", path: [side] });
    }
  }
  return { ...others, packageSize: null };
}

const days = { when: haveDays("madeOn") };

export function checkDays(
  lot: { madeOn: LocalDate; expiresOn?: LocalDate | undefined },
  today: LocalDate,
  context: z.RefinementCtx,
) {
  const say = (field: "madeOn" | "expiresOn", message: string) =>
    context.addIssue({ code: "custom", message, path: [field] });
  if (lot.madeOn > today) say("madeOn", "made_on_in_future");
  if (!isReadDay(lot.expiresOn)) return;
  if (lot.expiresOn <= lot.madeOn) say("expiresOn", "expires_before_made");
  else if (lot.expiresOn <= today) say("expiresOn", "already_expired");
}
