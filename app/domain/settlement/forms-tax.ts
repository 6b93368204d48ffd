import { z } from "zod";
import { parseTypedDay, parseTypedVnd } from "~/domain/catalog/typed-values";
import { TAX_CLASSES } from "~/domain/catalog/tax-class";
import { madeWithForm, typedLine, typedText } from "~/platform/typed-text";

const RATE_MAX_BPS = 2_000;
const THRESHOLD_VND = { min: 1_000_000, max: 100_000_000_000 };
const BASIS_MAX = 200;
const NOTE_MAX = 500;

const effectiveOn = z.string({ error: "tariff_day_missing" }).transform((typed, context) => {
  const day = parseTypedDay(typed);
  if (day !== null) return day;
  context.addIssue({ code: "custom", message: "date_invalid" });
  return z.NEVER;
});

/** `1`, `0,5`, `1.25 %` as basis points; null for anything else. */
function parseTypedPercent(typed: string): number | null {
  const found = /^(\d{1,2})(?:[.,](\d{1,2}))?\s*%?$/.exec(typed.trim());
  if (!found) return null;
  const [, whole = "", part = ""] = found;
  return Number(whole) * 100 + Number(part.padEnd(2, "0"));
}

const rateBps = z.string({ error: "tax_rate_invalid" }).transform((typed, context) => {
  const bps = parseTypedPercent(typed);
  if (bps !== null && bps <= RATE_MAX_BPS) return bps;
  context.addIssue({ code: "custom", message: "tax_rate_invalid" });
  return z.NEVER;
});

const legalBasis = typedLine({
  missing: "legal_basis_missing",
  long: "legal_basis_long",
  max: BASIS_MAX,
});

export const taxRuleForm = z
  .object({
    changeId: madeWithForm("txr"),
    effectiveOn,
    taxClass: z.enum(TAX_CLASSES, { error: "tax_class_invalid" }),
    vat: rateBps,
    pit: rateBps,
    legalBasis,
  })
  .transform(({ changeId, effectiveOn: day, vat, pit, ...rule }) => ({
    kind: "rules" as const,
    id: changeId,
    effectiveOn: day,
    values: { ...rule, vatBps: vat, pitBps: pit },
  }));
export type TaxRuleField = keyof z.input<typeof taxRuleForm>;

export const taxThresholdForm = z
  .object({
    changeId: madeWithForm("txt"),
    effectiveOn,
    thresholdVnd: z.string({ error: "tax_threshold_invalid" }).transform((typed, context) => {
      const amount = parseTypedVnd(typed);
      const { min, max } = THRESHOLD_VND;
      if (amount !== null && amount >= min && amount <= max) return amount;
      context.addIssue({ code: "custom", message: "tax_threshold_invalid" });
      return z.NEVER;
    }),
    legalBasis,
  })
  .transform(({ changeId, effectiveOn: day, ...values }) => ({
    kind: "thresholds" as const,
    id: changeId,
    effectiveOn: day,
    values,
  }));
export type TaxThresholdField = keyof z.input<typeof taxThresholdForm>;

export const withholdingForm = z
  .object({
    changeId: madeWithForm("whs"),
    effectiveOn,
    isOn: z.enum(["on", "off"], { error: "withholding_missing" }).transform((to) => to === "on"),
    note: typedText({ missing: "note_missing", long: "note_too_long", max: NOTE_MAX }),
  })
  .transform(({ changeId, effectiveOn: day, ...values }) => ({
    kind: "withholding" as const,
    id: changeId,
    effectiveOn: day,
    values,
  }));
export type WithholdingField = keyof z.input<typeof withholdingForm>;
