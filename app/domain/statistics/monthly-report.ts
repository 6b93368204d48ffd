import { numberMarks } from "~/platform/language";
import { formatInteger, sumVnd, type Vnd } from "~/platform/money";
import type { Month } from "~/platform/period";
import { figureOf } from "./figures";
import { ratioOf, type Ratio } from "./ratio";
import type { RetailKind } from "./retail-stages";
import type { IndicatorMonth } from "./types";

/** The lines of the report's table, as the statistics office's monthly tables have them. */
export const REPORT_LINES = [
  "sales_goods",
  "sales_goods_services",
  "retail_goods",
  "retail_goods_services",
  "share_goods",
  "share_goods_services",
  "orders",
  "active_sellers",
] as const;
export type ReportLine = (typeof REPORT_LINES)[number];

/** From January to the month. A value is null where a month is missing or withheld: half a sum is none. */
export type YearSoFar = {
  salesVnd: Record<RetailKind, Vnd | null>;
  retailVnd: Record<RetailKind, Vnd | null>;
  shares: Record<RetailKind, Ratio | null>;
  orderCount: number | null;
};

/** @param series closed months in a row, the oldest first; the year is that of the last */
export function yearSoFar(series: readonly IndicatorMonth[], last: Month): YearSoFar {
  const months = series.filter(({ month }) => month.startsWith(last.slice(0, 5)) && month <= last);
  const isWhole = months.length === Number(last.slice(5));
  const sum = (valueOf: (month: IndicatorMonth) => number | null): Vnd | null => {
    const values = months.map(valueOf);
    const known = values.filter((value) => value !== null);
    return isWhole && known.length === values.length ? sumVnd(known as Vnd[]) : null;
  };
  const valueOf = (code: ReportLine) => (month: IndicatorMonth) => {
    const { value } = figureOf(code, month);
    return typeof value === "number" ? value : null;
  };
  const salesVnd = {
    goods: sum(valueOf("sales_goods")),
    goods_services: sum(valueOf("sales_goods_services")),
  };
  const retailVnd = {
    goods: sum(valueOf("retail_goods")),
    goods_services: sum(valueOf("retail_goods_services")),
  };
  const shareOf = (kind: RetailKind) =>
    salesVnd[kind] === null ? null : ratioOf(salesVnd[kind], retailVnd[kind]);
  return {
    salesVnd,
    retailVnd,
    shares: { goods: shareOf("goods"), goods_services: shareOf("goods_services") },
    orderCount: sum(valueOf("orders")),
  };
}

const UNITS = { million: 1_000_000, billion: 1_000_000_000 } as const;

/**
 * In triệu or tỷ đồng with one decimal, as Vietnamese papers write it: 25,315,000 đ is `25,3` triệu. Rounded half away
 * from zero.
 */
export function formatRounded(amountVnd: number, unit: keyof typeof UNITS): string {
  const tenths = Math.round((Math.abs(amountVnd) * 10) / UNITS[unit]);
  const whole = formatInteger(Math.floor(tenths / 10), "vi");
  const sign = amountVnd < 0 && tenths > 0 ? "−" : "";
  return `${sign}${whole}${numberMarks("vi").point}${tenths % 10}`;
}

/** A text in one line of at most `max` characters and an ellipsis, cut between two words; whether it was cut. */
export function shortenedText(text: string, max: number): { text: string; isCut: boolean } {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  if (line.length <= max) return { text: line, isCut: false };
  const end = line.lastIndexOf(" ", max);
  return { text: `${line.slice(0, end > 0 ? end : max).replace(/[\s.,;:]+$/u, "")}…`, isCut: true };
}
