import { FIGURE_CODES, type FigureCode } from "../figure-codes";
import { figureDigits, figureOf } from "../figures";
import type { IndicatorMonth } from "../types";
import type { FigureDifference, PeriodManifest } from "../types-periods";

export function figuresOf(month: IndicatorMonth): Record<FigureCode, string> {
  const entries = FIGURE_CODES.map((code) => [code, figureDigits(figureOf(code, month))] as const);
  return Object.fromEntries(entries) as Record<FigureCode, string>;
}

/** The figures that differ, as files write them. */
export function compareFigures(
  before: Record<FigureCode, string>,
  after: Record<FigureCode, string>,
): FigureDifference[] {
  return FIGURE_CODES.filter((code) => before[code] !== after[code]).map((code) => ({
    code,
    before: before[code],
    after: after[code],
  }));
}

/** Whether another vintage of a denominator is in use. */
export function isOtherVintage(
  before: PeriodManifest["retailTotals"],
  after: PeriodManifest["retailTotals"],
): boolean {
  return (["goods", "goods_services"] as const).some(
    (kind) => (before[kind]?.id ?? null) !== (after[kind]?.id ?? null),
  );
}
