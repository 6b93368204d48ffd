import { z } from "zod";
import {
  BREAKDOWN_CODES,
  CONF_STATUS_CODES,
  FREQUENCY,
  INDICATOR_CODES,
  OBS_STATUS_CODES,
  TOTAL,
  UNIT_CODES,
} from "./codes";

/**
 * What the read API takes and answers. The same schemas parse the questions and make the OpenAPI document, so that it cannot
 * say anything else. Messages are codes, which `errors` of a problem carries.
 */

const MONTH = /^20\d{2}-(?:0[1-9]|1[0-2])$/;
const month = (what: string) =>
  z
    .string()
    .regex(MONTH, { error: "month_format" })
    .describe(`${what}, YYYY-MM (Asia/Ho_Chi_Minh)`);

/** As `sortKeyOf` writes it. */
const CURSOR = /^20\d{2}-\d{2}\.\d{4}\.\d\.[A-Za-z0-9_]{8,20}\.\d{2}$/;

const PAGE_LIMIT = 500;
const PAGE_LIMIT_MAX = 1_000;

/** Texts as they stand in an address. */
export const observationsQuery = z
  .strictObject({
    indicator: z
      .enum(INDICATOR_CODES, { error: "code_unknown" })
      .optional()
      .describe("Only this indicator"),
    dimension: z
      .enum(BREAKDOWN_CODES, { error: "code_unknown" })
      .optional()
      .describe(`Only this breakdown; ${TOTAL}: the single figures of the province`),
    code: z
      .string()
      .regex(/^[A-Za-z0-9_]{1,20}$/, { error: "code_format" })
      .optional()
      .describe("Only this code of a breakdown, such as a commune's five digits"),
    from: month("First month").optional(),
    to: month("Last month").optional(),
    edition: z
      .string()
      .regex(/^(?:newest|all|[1-9]\d{0,3})$/, { error: "edition_format" })
      .default("newest")
      .describe(
        "newest: of each month the edition that stands; all: every public one; or its number",
      ),
    limit: z
      .string()
      .regex(/^(?:[1-9]\d{0,2}|1000)$/, { error: "limit_format" })
      .default(String(PAGE_LIMIT))
      .describe(`Observations a page, 1 to ${PAGE_LIMIT_MAX}`),
    cursor: z
      .string()
      .regex(CURSOR, { error: "cursor_format" })
      .optional()
      .describe("Where the page before ended: `next` has it"),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    error: "range_reversed",
    path: ["to"],
  });
export type ObservationsQuery = z.output<typeof observationsQuery>;

/** One fact that was published. Its keys are the columns of the files. */
const observationSchema = z.strictObject({
  freq: z.literal(FREQUENCY).describe("CL_FREQ: monthly"),
  ref_area: z
    .string()
    .regex(/^\d{2}$/)
    .describe("Province, QĐ 19/2025/QĐ-TTg"),
  indicator: z.enum(INDICATOR_CODES),
  dimension: z.enum(BREAKDOWN_CODES).describe("What it is broken down by"),
  code: z.string().describe("Of the breakdown; _T: all; _X: none is named, all are withheld"),
  time_period: z.string().regex(MONTH),
  value: z
    .string()
    .regex(/^-?\d+(?:\.\d+)?$/)
    .nullable()
    .describe("Exact, as text with a point; null: missing or withheld, see obs_status"),
  unit: z.enum(UNIT_CODES),
  decimals: z.int().min(0).max(9),
  obs_status: z.enum(OBS_STATUS_CODES).describe("CL_OBS_STATUS"),
  conf_status: z.enum(CONF_STATUS_CODES).describe("CL_CONF_STATUS"),
  edition: z.int().min(1).describe("1: as the month was closed; each revision is one more"),
  published_at: z.iso.datetime().describe("When the edition became public"),
  method_version: z.int().min(1),
  edition_hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe("SHA-256 of the edition's manifest"),
});
export type Observation = z.output<typeof observationSchema>;

export const observationsPage = z.strictObject({
  data: z.array(observationSchema).describe("By month, edition, breakdown, code and indicator"),
  next: z.url().nullable().describe("The next page; null: this is the last"),
});

const REVISION_CAUSES = ["retail_total", "orders", "method"] as const;

/** A figure that a revision changed, or a revision that changed none (`indicator` null). */
const revisionSchema = z.strictObject({
  time_period: z.string().regex(MONTH),
  revision: z.int().min(1).describe("1: the first after the month was closed"),
  published_at: z.iso.datetime(),
  causes: z.array(z.enum(REVISION_CAUSES)),
  note: z.string().describe("Why, in an officer's words"),
  indicator: z.enum(INDICATOR_CODES).nullable(),
  before: z.string().nullable().describe("null: missing or withheld"),
  after: z.string().nullable().describe("null: missing or withheld"),
  unit: z.enum(UNIT_CODES).nullable(),
});
export type RevisionRow = z.output<typeof revisionSchema>;

export const revisionsAnswer = z.strictObject({
  data: z.array(revisionSchema).describe("The newest 100 revisions, the newest first"),
});

const named = z.strictObject({ code: z.string(), vi: z.string(), en: z.string() });
export type NamedCode = z.output<typeof named>;

export const codesAnswer = z.strictObject({
  freq: z.array(named),
  ref_area: z.array(named),
  indicator: z.array(named.extend({ unit: z.enum(UNIT_CODES), decimals: z.int().min(0) })),
  dimension: z.array(named),
  code: z.array(named.extend({ dimension: z.enum(BREAKDOWN_CODES) })),
  unit: z.array(named),
  obs_status: z.array(named),
  conf_status: z.array(named),
});
export type CodesAnswer = z.output<typeof codesAnswer>;

export const PROBLEM_CODES = [
  "key_missing",
  "key_refused", // unknown, over or revoked: which is nobody's business
  "too_many_requests",
  "method_not_allowed",
  "query_invalid",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** RFC 9457. */
export const problemSchema = z.strictObject({
  type: z.string().describe("about:blank, or the address of the page that explains it"),
  title: z.string(),
  status: z.int(),
  code: z.enum(PROBLEM_CODES),
  detail: z.string(),
  errors: z
    .array(z.strictObject({ field: z.string(), code: z.string() }))
    .optional()
    .describe("Which parameters are wrong, and how"),
});
export type Problem = z.output<typeof problemSchema>;
