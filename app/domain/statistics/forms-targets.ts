import { z } from "zod";
import { phoneInText } from "~/domain/identity/phone-in-text";
import { parseTypedCount } from "~/domain/catalog/typed-values";
import { typedLine } from "~/platform/typed-text";
import { COMMUNE_TARGET_KINDS, TARGET_KINDS, targetYears, type TargetKind } from "./target-kinds";
import type { TargetEntry } from "./types-targets";

const MAX_SOURCE_LENGTH = 200;
const MILLION = 1_000_000;
/** In triệu đồng: a thousand tỷ, which no commune sells in a year; more is đồng that somebody typed. */
const MAX_MILLIONS = 1_000_000;
const MAX_SELLERS = 100_000;

/** A field of the form, named so that a name says of what it is: `sales_goods_vnd` of 00715 is `salesGoodsVnd00715`. */
export type TargetField = { name: string; communeCode: string | null; kind: TargetKind };

/** So many communes in one form: two fields of each, and it stays under what a form may have. */
export const COMMUNES_AT_ONCE = 20;

const FIELD_NAMES: Record<TargetKind, string> = {
  sales_goods_vnd: "sales",
  active_sellers: "sellers",
  share_goods_bps: "shareGoods",
  share_goods_services_bps: "shareGoodsServices",
};

/** The fields of communes, or of the province (null). */
export function targetFields(communeCodes: readonly string[] | null): TargetField[] {
  if (communeCodes === null) {
    return (["share_goods_bps", "share_goods_services_bps"] as const).map((kind) => ({
      name: FIELD_NAMES[kind],
      communeCode: null,
      kind,
    }));
  }
  return communeCodes.flatMap((communeCode) =>
    COMMUNE_TARGET_KINDS.map((kind) => ({
      name: `${FIELD_NAMES[kind]}${communeCode}`,
      communeCode,
      kind,
    })),
  );
}

/**
 * Targets of a year as an officer types them: goods in whole triệu đồng, sellers as a number, shares in per cent. An
 * empty field asks for nothing; a form without a single one is refused at its first field.
 */
export function targetsForm(fields: readonly TargetField[], thisYear: number) {
  const values = Object.fromEntries(fields.map(({ name, kind }) => [name, typedTarget(kind)]));
  return z
    .object({ year: typedYear(thisYear), source: typedSource })
    .and(z.object(values))
    .transform((typed, context) => {
      const read: Record<string, unknown> = typed;
      const entries: TargetEntry[] = fields.flatMap(({ name, communeCode, kind }) => {
        const value = read[name];
        return typeof value === "number" ? [{ communeCode, kind, value }] : [];
      });
      if (entries.length > 0) return { year: typed.year, source: typed.source, entries };
      context.addIssue({
        code: "custom",
        message: "target_missing",
        path: [fields[0]?.name ?? ""],
      });
      return z.NEVER;
    });
}

/** Which target is taken back, and why. */
export function targetWithdrawalForm(thisYear: number) {
  return z.object({
    year: typedYear(thisYear),
    kind: z.enum(TARGET_KINDS, { error: "form_outdated" }),
    source: typedLine({
      missing: "target_reason_missing",
      short: "target_reason_missing",
      min: 3,
      long: "target_source_long",
      max: MAX_SOURCE_LENGTH,
    }),
    seen: z.coerce.number({ error: "form_outdated" }).int({ error: "form_outdated" }),
  });
}

const typedSource = typedLine({
  missing: "target_source_missing",
  short: "target_source_missing",
  min: 3,
  long: "target_source_long",
  max: MAX_SOURCE_LENGTH,
}).refine(saysNoContact, { error: "target_source_contact" });

/** Everybody reads it. */
function saysNoContact(text: string): boolean {
  return phoneInText(text) === null && !/https?:|www\./i.test(text);
}

function typedYear(thisYear: number) {
  return z
    .string({ error: "form_outdated" })
    .refine((year) => targetYears(thisYear).includes(year), { error: "form_outdated" });
}

function typedTarget(kind: TargetKind) {
  return z
    .string()
    .optional()
    .transform((typed, context) => {
      if (typed === undefined || typed.trim() === "") return null;
      const value = READ[kind](typed);
      if (value !== null) return value;
      context.addIssue({ code: "custom", message: PROBLEMS[kind] });
      return z.NEVER;
    });
}

const PROBLEMS: Record<TargetKind, string> = {
  sales_goods_vnd: "target_sales_format",
  active_sellers: "target_sellers_format",
  share_goods_bps: "target_share_format",
  share_goods_services_bps: "target_share_format",
};

const READ: Record<TargetKind, (typed: string) => number | null> = {
  sales_goods_vnd: (typed) => {
    const millions = countUpTo(typed, MAX_MILLIONS);
    return millions === null ? null : millions * MILLION;
  },
  active_sellers: (typed) => countUpTo(typed, MAX_SELLERS),
  share_goods_bps: parsePercent,
  share_goods_services_bps: parsePercent,
};

function countUpTo(typed: string, max: number): number | null {
  const count = parseTypedCount(typed);
  return count === null || count < 1 || count > max ? null : count;
}

/** `12,5` and `12.5 %` are 1,250 basis points; above nothing and at most the whole. */
function parsePercent(typed: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(typed.trim());
  if (!match?.[1]) return null;
  const bps = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return bps < 1 || bps > 10_000 ? null : bps;
}
