import { z } from "zod";
import { parseTypedDay } from "~/domain/catalog/typed-values";
import type { Vnd } from "~/platform/money";
import { addMonths, isMonth, monthOf, type LocalDate } from "~/platform/period";
import type { Result } from "~/platform/result";
import { madeWithForm, optionalLine, submissionKey, typedLine } from "~/platform/typed-text";
import { isAmbiguousAmount, parseBillions } from "./billions";
import { CHANNEL_METHODS, CHANNELS, GRADES } from "./channel-lists";
import { bestGradeOf, isListedChannel } from "./channel-records";
import { RETAIL_UNIT_NAMES } from "./retail-table";
import { monthOfText } from "./retail-words";
import { RETAIL_KINDS, RETAIL_STAGES } from "./retail-stages";

const MAX_SOURCE_LENGTH = 200;

/** An amount in tỷ đồng as the statistics office prints it, in đồng. */
const typedBillions = z.string("retail_amount_missing").transform((text, context) => {
  const parsed = parseBillions(text);
  if (parsed.ok) return { vnd: parsed.value, isAmbiguous: isAmbiguousAmount(text) };
  context.addIssue(parsed.code);
  return z.NEVER;
});

/** One that was read from a file already, with what was wrong with it. */
const readAmount = z
  .custom<Result<{ vnd: Vnd; isAmbiguous: boolean }, string>>()
  .transform((read, context) => {
    if (read.ok) return read.value;
    context.addIssue(read.code);
    return z.NEVER;
  });

/**
 * A vintage of the official denominator as an officer types it; the amount comes out in đồng.
 * `confirmation` is of `retail-question.ts`.
 * @param today nothing is known of later months, and nothing was published on later days
 */
export function retailTotalForm(today: LocalDate) {
  return retailTotalSchema(today, typedBillions);
}

/** The same of a row of a table. */
export function retailTotalRow(today: LocalDate) {
  return retailTotalSchema(today, readAmount);
}

function retailTotalSchema<Amount extends z.ZodType>(today: LocalDate, amount: Amount) {
  return (
    z
      .object({
        month: z
          .string("month_missing")
          .refine(isMonth, { error: "month_invalid", abort: true })
          .refine((month) => month <= monthOf(today), "month_in_future"),
        kind: z.enum(RETAIL_KINDS, "retail_kind_missing"),
        amount,
        stage: z.enum(RETAIL_STAGES, "retail_stage_missing"),
        source: sourceLine,
        publishedOn: pastDay(today, "published_on_missing"),
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

const sourceLine = typedLine({
  missing: "retail_source_missing",
  short: "retail_source_missing",
  min: 3,
  long: "retail_source_long",
  max: MAX_SOURCE_LENGTH,
});

/** A day of the calendar that is not to come. */
function pastDay(today: LocalDate, missing: string) {
  return z
    .string(missing)
    .transform((text, context) => {
      const day = parseTypedDay(text);
      if (day !== null) return day;
      context.addIssue("date_invalid");
      return z.NEVER;
    })
    .refine((day) => day <= today, "date_in_future");
}

const MAX_NAME_LENGTH = 60;
const MAX_SPAN_MONTHS = 12;

/** Which vintage the officer had before them. */
const vintageShown = z.coerce
  .number({ error: "form_outdated" })
  .int({ error: "form_outdated" })
  .min(1, { error: "form_outdated" });

/**
 * What was sold on another channel, as an officer types it: all of whole months, the last of them over. `formId` is the id of
 * what it enters.
 */
export function channelSaleForm(today: LocalDate) {
  return checkedSale(z.object(saleFields(today)));
}

/** The same with the vintage that it corrects. */
export function channelCorrectionForm(today: LocalDate) {
  return checkedSale(z.object({ ...saleFields(today), vintage: vintageShown }));
}

function saleFields(today: LocalDate) {
  const month = z
    .string("month_missing")
    .refine(isMonth, { error: "month_invalid", abort: true })
    .refine((one) => one < monthOf(today), "channel_month_not_over");
  return {
    formId: madeWithForm("chs"),
    channel: z.enum(CHANNELS, { error: "channel_missing" }),
    channelName: optionalLine({ long: "channel_name_long", max: MAX_NAME_LENGTH }),
    firstMonth: month,
    lastMonth: month,
    kind: z.enum(RETAIL_KINDS, { error: "retail_kind_missing" }),
    amount: typedBillions,
    method: z.enum(CHANNEL_METHODS, { error: "channel_method_missing" }),
    grade: z.enum(GRADES, { error: "channel_grade_missing" }),
    source: sourceLine,
    receivedOn: pastDay(today, "received_on_missing"),
    confirmation: z.string().optional(),
  };
}

type SaleFields = z.output<z.ZodObject<ReturnType<typeof saleFields>>>;

function checkedSale<Schema extends z.ZodType<SaleFields>>(schema: Schema) {
  return (
    schema
      .refine((form) => form.channel !== "other" || /[\p{L}\p{N}]/u.test(form.channelName), {
        path: ["channelName"],
        message: "channel_name_missing",
      })
      .refine((form) => form.channel !== "other" || !isListedChannel(form.channelName), {
        path: ["channelName"],
        message: "channel_name_listed",
      })
      .refine((form) => form.firstMonth <= form.lastMonth, {
        path: ["lastMonth"],
        message: "channel_span_reversed",
      })
      .refine((form) => form.lastMonth < addMonths(form.firstMonth, MAX_SPAN_MONTHS), {
        path: ["lastMonth"],
        message: "channel_span_long",
      })
      // The months of a report are over when it is made.
      .refine((form) => form.receivedOn >= `${addMonths(form.lastMonth, 1)}-01`, {
        path: ["receivedOn"],
        message: "received_before_end",
      })
      .refine((form) => form.grade >= bestGradeOf(form.method), {
        path: ["grade"],
        message: "channel_grade_too_good",
      })
  );
}

/** Why a figure of another channel counts no more. */
export const withdrawalForm = z.object({
  vintage: vintageShown,
  reason: typedLine({
    missing: "channel_reason_missing",
    short: "channel_reason_missing",
    min: 5,
    long: "channel_reason_long",
    max: 300,
  }),
});

const place = z
  .string()
  .regex(/^\d{0,3}$/, { error: "office_place_unknown" })
  .default("")
  .transform((text) => (text === "" ? null : Number(text)));

/**
 * What the columns and lines of the office's own table are, by their places, and what is the same of all that is taken from
 * it. `month` is that of its estimates.
 */
export function officeForm(today: LocalDate) {
  return z
    .object({
      month: z
        .string("month_missing")
        .transform((text, context) => {
          const month = monthOfText(text);
          if (month !== null) return month;
          context.addIssue("month_invalid");
          return z.NEVER;
        })
        .refine((month) => month <= monthOf(today), "month_in_future"),
      actual: place,
      estimate: place,
      goods: place,
      goodsServices: place,
      unit: z.enum(RETAIL_UNIT_NAMES, { error: "retail_unit_missing" }),
      publishedOn: pastDay(today, "published_on_missing"),
      source: sourceLine,
    })
    .refine((form) => form.actual !== null || form.estimate !== null, {
      path: ["estimate"],
      message: "office_column_missing",
    })
    .refine((form) => form.goods !== null || form.goodsServices !== null, {
      path: ["goods"],
      message: "office_line_missing",
    })
    .refine((form) => form.actual === null || form.actual !== form.estimate, {
      path: ["actual"],
      message: "office_column_twice",
    })
    .refine((form) => form.goods === null || form.goods !== form.goodsServices, {
      path: ["goodsServices"],
      message: "office_line_twice",
    });
}

/** Yes to what a dry run shows, named by its hash; figures far from what is known need a yes of their own. */
export const retailImportForm = z.object({
  planHash: submissionKey,
  figuresRight: z.literal("on", { error: "form_outdated" }).optional(),
});
