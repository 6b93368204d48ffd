import { z } from "zod";
import { optionalLine, optionalText, typedLine, typedText } from "~/platform/typed-text";
import { haveDays, parseTypedCount, parseTypedDay } from "./typed-values";

const POSITION_MAX = 99;
/** Nobody looks through more, and a page shows so many at once. */
export const COLLECTION_PRODUCTS_MAX = 60;

const day = z.string({ error: "collection_day_missing" }).transform((typed, context) => {
  const date = parseTypedDay(typed);
  if (date !== null) return date;
  context.addIssue({ code: "custom", message: "date_invalid" });
  return z.NEVER;
});

const words = {
  name: typedLine({
    missing: "collection_name_missing",
    short: "collection_name_missing",
    min: 3,
    long: "collection_name_long",
    max: 80,
  }),
  nameEn: optionalLine({ long: "collection_name_long", max: 80 }),
  intro: typedText({
    missing: "collection_intro_missing",
    short: "collection_intro_missing",
    min: 10,
    long: "collection_intro_long",
    max: 600,
  }),
  introEn: optionalText({ long: "collection_intro_long", max: 600 }),
  criterion: typedText({
    missing: "collection_criterion_missing",
    short: "collection_criterion_short",
    min: 15,
    long: "collection_criterion_long",
    max: 300,
  }),
  criterionEn: optionalText({ long: "collection_criterion_long", max: 300 }),
  startsOn: day,
  endsOn: day,
  position: z
    .string({ error: "collection_position_invalid" })
    .transform((typed) => parseTypedCount(typed) ?? 0)
    .refine((position) => position >= 1 && position <= POSITION_MAX, {
      error: "collection_position_invalid",
    }),
};

const days = { when: haveDays("startsOn", "endsOn") };

function endsAfterItStarts(
  { startsOn, endsOn }: { startsOn: string; endsOn: string },
  context: z.RefinementCtx,
) {
  if (endsOn >= startsOn) return;
  context.addIssue({ code: "custom", message: "collection_ends_before", path: ["endsOn"] });
}

/** What a collection says, and when it is shown. */
export const collectionWordsForm = z.object(words).superRefine(endsAfterItStarts, days);
export type CollectionWordsForm = z.output<typeof collectionWordsForm>;

/** `collectionId` was made with the form, so that the form sent twice makes one collection. */
export const newCollectionForm = z
  .object({
    collectionId: z
      .string({ error: "form_outdated" })
      .regex(/^col_[0-9a-f]{32}$/, { error: "form_outdated" }),
    ...words,
  })
  .superRefine(endsAfterItStarts, days);

const productId = z.string({ error: "form_outdated" }).max(60, { error: "form_outdated" });

/** What is done with the products of a collection. */
export const arrangementForm = z.discriminatedUnion(
  "intent",
  [
    z.object({
      intent: z.literal("add"),
      productId: z
        .union([productId.transform((id) => [id]), z.array(productId)], {
          error: "collection_products_missing",
        })
        .refine((ids) => ids.length <= COLLECTION_PRODUCTS_MAX, { error: "collection_full" }),
    }),
    z.object({ intent: z.literal("remove"), productId }),
    z.object({
      intent: z.literal("place"),
      productId,
      place: z.string({ error: "form_outdated" }).transform((typed) => parseTypedCount(typed) ?? 0),
    }),
    z.object({ intent: z.literal("end") }),
  ],
  { error: "form_outdated" },
);
