import { unreachable } from "~/platform/invariant";
import type { Language } from "~/platform/language";
import { formatInteger, formatVnd } from "~/platform/money";
import { decimalsOf, formatBillions } from "./billions";
import type { FigureCode } from "./figure-codes";
import { RATE_DECIMALS, SHARE_DECIMALS } from "./indicator";
import {
  changeOf,
  formatChange,
  formatPercent,
  formatPoints,
  percentOf,
  ratioOf,
  type Ratio,
} from "./ratio";
import type { RetailKind } from "./retail-stages";
import type { IndicatorMonth, RetailTotal } from "./types";

/** `value` null: it cannot be known yet, which is not zero. `retailTotal`: the denominator behind a share. */
type FigureValue =
  | { unit: "vnd" | "billion_vnd" | "count"; value: number | null }
  | { unit: "percent"; value: Ratio | null; decimals: number };
export type Figure = FigureValue & {
  code: FigureCode;
  kind: RetailKind | null;
  retailTotal: RetailTotal | null;
};

/** One figure of a month: pages and files take it from here, so that they cannot differ. */
export function figureOf(code: FigureCode, month: IndicatorMonth): Figure {
  const kind = kindOf(code);
  const retailTotal = kind === null ? null : month.retailTotals[kind];
  const figure = { code, kind, retailTotal, ...valueOf(code, month) };
  return month.withheld.includes(code) ? { ...figure, value: null } : figure;
}

function valueOf(code: FigureCode, month: IndicatorMonth): FigureValue {
  const { salesVnd, retailTotals } = month;
  switch (code) {
    case "share_goods":
      return share(salesVnd.goods, retailTotals.goods);
    case "share_goods_services":
      return share(salesVnd.goods_services, retailTotals.goods_services);
    case "sales_goods":
      return { unit: "vnd", value: salesVnd.goods };
    case "sales_goods_services":
      return { unit: "vnd", value: salesVnd.goods_services };
    case "retail_goods":
      return { unit: "billion_vnd", value: retailTotals.goods?.amountVnd ?? null };
    case "retail_goods_services":
      return { unit: "billion_vnd", value: retailTotals.goods_services?.amountVnd ?? null };
    case "services":
      return { unit: "vnd", value: month.servicesVnd };
    case "returned":
      return { unit: "vnd", value: month.returnedVnd };
    case "assisted":
      return { unit: "vnd", value: month.assistedVnd };
    case "wholesale":
      return { unit: "vnd", value: month.wholesaleVnd };
    case "shipping":
      return { unit: "vnd", value: month.shippingVnd };
    case "orders":
      return { unit: "count", value: month.orderCount };
    case "assisted_orders":
      return { unit: "count", value: month.assistedOrderCount };
    case "wholesale_orders":
      return { unit: "count", value: month.wholesaleOrderCount };
    case "active_sellers":
      return { unit: "count", value: month.activeSellerCount };
    case "cashless_value":
      return rate(month.cashlessVnd, salesVnd.goods_services);
    case "cashless_orders":
      return rate(month.cashlessOrderCount, month.orderCount);
    default:
      return unreachable(code);
  }
}

/** The denominator that is part of the figure's name. */
function kindOf(code: FigureCode): RetailKind | null {
  if (code === "share_goods" || code === "retail_goods") return "goods";
  if (code === "share_goods_services" || code === "retail_goods_services") return "goods_services";
  return null;
}

function share(salesVnd: number, retailTotal: RetailTotal | null): FigureValue {
  const value = ratioOf(salesVnd, retailTotal?.amountVnd ?? null);
  return { unit: "percent", value, decimals: SHARE_DECIMALS };
}

function rate(part: number, whole: number): FigureValue {
  return { unit: "percent", value: ratioOf(part, whole), decimals: RATE_DECIMALS };
}

/** For files: digits and a decimal point, amounts in đồng, nothing where there is no value. */
export function figureDigits(figure: Figure): string {
  if (figure.value === null) return "";
  return figure.unit === "percent"
    ? percentOf(figure.value, figure.decimals)
    : String(figure.value);
}

/** The decimals that line up the tỷ đồng of these months. */
export function billionDecimalsOf(months: readonly IndicatorMonth[]): number {
  const totals = months.flatMap(({ retailTotals }) => [
    retailTotals.goods,
    retailTotals.goods_services,
  ]);
  return decimalsOf(totals.flatMap((total) => (total ? [total.amountVnd] : [])));
}

/**
 * For people, with its unit (amounts in tỷ đồng get theirs from the page); null where there is no value.
 * @param billionDecimals of the column that it stands in
 */
export function formatFigure(
  figure: Figure,
  language: Language,
  billionDecimals?: number,
): string | null {
  if (figure.value === null) return null;
  switch (figure.unit) {
    case "percent":
      return formatPercent(figure.value, figure.decimals, language);
    case "vnd":
      return formatVnd(figure.value, language);
    case "billion_vnd":
      return formatBillions(figure.value, language, billionDecimals);
    case "count":
      return formatInteger(figure.value, language);
  }
}

/**
 * What became of a figure since an earlier month. points: how many percentage points a per cent moved, text with
 * its sign; growth: by how many per cent anything else did. none: there is nothing to compare.
 */
export type FigureChange = { kind: "points" | "growth"; text: string } | { kind: "same" | "none" };

/** The change from `earlier` to `current`, two months of the same figure. */
export function figureChange(current: Figure, earlier: Figure, language: Language): FigureChange {
  if (current.unit === "percent" || earlier.unit === "percent") {
    if (current.unit !== "percent" || earlier.unit !== "percent") return { kind: "none" };
    if (!current.value || !earlier.value) return { kind: "none" };
    const { value: to, decimals } = current;
    const text = formatPoints({ from: earlier.value, to, decimals }, language);
    return text === null ? { kind: "same" } : { kind: "points", text };
  }
  if (current.value === null || earlier.value === null) return { kind: "none" };
  if (current.value === earlier.value) return { kind: "same" };
  const change = changeOf(current.value, earlier.value);
  return change ? { kind: "growth", text: formatChange(change, language) } : { kind: "none" };
}
