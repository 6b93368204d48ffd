import type { Dimension, PublicCell, PublicMonth } from "~/domain/statistics/disclosed-month";
import type { FigureCode } from "~/domain/statistics/figure-codes";
import { figureDigits, figureOf, type Figure } from "~/domain/statistics/figures";
import { FIRST_MONTH_AFTER_MERGER } from "~/domain/statistics/indicator";
import type { RetailStage } from "~/domain/statistics/retail-stages";
import type { PublicEdition } from "~/domain/statistics/types-periods";
import { isoInstant, type Month } from "~/platform/period";
import {
  BREAKDOWN_CODES,
  BROKEN_DOWN,
  FREQUENCY,
  INDICATOR_CODES,
  isFigureCode,
  MEASURES,
  TOTAL,
  UNNAMED,
  type BreakdownCode,
  type IndicatorCode,
  type ObsStatus,
} from "./codes";
import type { Observation } from "./schemas";

type Fact = {
  indicator: IndicatorCode;
  dimension: BreakdownCode;
  code: string;
  value: string | null;
  status: ObsStatus;
};

/**
 * All that an edition lets everybody know, as flat facts in the order of `sortKeyOf`. What is withheld is a fact without a
 * value. `refArea`: the province.
 */
export function observationsOf(edition: PublicEdition, refArea: string): Observation[] {
  const { month, breakdown } = edition;
  const facts = [
    ...INDICATOR_CODES.filter(isFigureCode).map((code) => singleFact(code, edition)),
    ...cellFacts(breakdown.total, ["goods_sellers"], month.month),
    ...breakdown.cells.flatMap((cell) => cellFacts(cell, countedOf(cell.dimension), month.month)),
    ...unnamedFacts(breakdown),
  ];
  return facts
    .map((fact) => observationOf(fact, edition, refArea))
    .toSorted((a, b) => (sortKeyOf(a) < sortKeyOf(b) ? -1 : 1));
}

function observationOf(fact: Fact, edition: PublicEdition, refArea: string): Observation {
  const { indicator, dimension, code, value, status } = fact;
  return {
    freq: FREQUENCY,
    ref_area: refArea,
    indicator,
    dimension,
    code,
    time_period: edition.month.month,
    value,
    ...MEASURES[indicator],
    obs_status: status,
    conf_status: status === "Q" ? "C" : "F",
    edition: edition.edition,
    published_at: isoInstant(edition.publishedAt),
    method_version: edition.methodVersion,
    edition_hash: edition.hash,
  };
}

function singleFact(code: FigureCode, { month }: PublicEdition): Fact {
  const figure = figureOf(code, month);
  const status = month.withheld.includes(code) ? "Q" : statusOf(figure, month.month);
  const value = figure.value === null ? null : figureDigits(figure);
  return { indicator: code, dimension: TOTAL, code: TOTAL, value, status };
}

function statusOf(figure: Figure, month: Month): ObsStatus {
  if (figure.value === null) return figure.kind === null ? "M" : "O";
  if (month === FIRST_MONTH_AFTER_MERGER) return "B";
  return figure.retailTotal === null ? "A" : STATUS_OF[figure.retailTotal.stage];
}

const STATUS_OF: Record<RetailStage, ObsStatus> = { estimate: "E", preliminary: "P", final: "A" };

/** By set and by stars an order is in several cells, and none are counted. */
function countedOf(dimension: Dimension | "total"): readonly (typeof BROKEN_DOWN)[number][] {
  return dimension === "commune" || dimension === "method"
    ? BROKEN_DOWN
    : ["sales_goods", "goods_sellers"];
}

function cellFacts(
  cell: PublicCell,
  indicators: readonly (typeof BROKEN_DOWN)[number][],
  month: Month,
): Fact[] {
  const values = {
    sales_goods: cell.salesVnd,
    orders: cell.orderCount,
    goods_sellers: cell.sellerCount,
  };
  const isTotal = cell.dimension === "total";
  return indicators.map((indicator) => {
    const value = values[indicator];
    const open = month === FIRST_MONTH_AFTER_MERGER ? "B" : "A";
    return {
      indicator,
      dimension: cell.dimension === "total" ? TOTAL : cell.dimension,
      code: isTotal ? TOTAL : cell.code,
      value: value === null ? null : String(value),
      status: value === null ? "Q" : open,
    };
  });
}

function unnamedFacts({ withheldDimensions }: PublicMonth): Fact[] {
  return withheldDimensions.flatMap((dimension) =>
    countedOf(dimension).map((indicator) => ({
      indicator,
      dimension,
      code: UNNAMED,
      value: null,
      status: "Q" as const,
    })),
  );
}

/** Of which no two observations have the same, and by which they are ordered as texts: also from page to page. */
export function sortKeyOf(one: Observation): string {
  return [
    one.time_period,
    String(one.edition).padStart(4, "0"),
    String(BREAKDOWN_CODES.indexOf(one.dimension)),
    // Sets are numbers: 2 before 11.
    one.code.padStart(8, "0"),
    String(INDICATOR_CODES.indexOf(one.indicator)).padStart(2, "0"),
  ].join(".");
}
