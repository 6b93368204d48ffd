import { DIMENSIONS, type Dimension } from "~/domain/statistics/disclosed-month";
import { FIGURE_CODES, type FigureCode } from "~/domain/statistics/figure-codes";
import { RATE_DECIMALS, SHARE_DECIMALS } from "~/domain/statistics/indicator";

/**
 * The codes of what is given away, which never change their meaning: a program somewhere reads them. Names of each stand
 * in the `opendata` and `statistics` catalogues of both languages.
 */

/** `goods_sellers` is only broken down: who sold goods, which of `active_sellers` leaves out who sold only services. */
export const INDICATOR_CODES = [...FIGURE_CODES, "goods_sellers"] as const;
export type IndicatorCode = (typeof INDICATOR_CODES)[number];

/** What a breakdown says of each of its codes; orders are counted by commune and by method only. */
export const BROKEN_DOWN = ["sales_goods", "orders", "goods_sellers"] as const;

/** SDMX's code for all together. */
export const TOTAL = "_T";
/** SDMX's code for what is not specified: a breakdown that is withheld as a whole has one row an indicator of this code. */
export const UNNAMED = "_X";

export const BREAKDOWN_CODES = [TOTAL, ...DIMENSIONS] as const;
export type BreakdownCode = typeof TOTAL | Dimension;

/** đồng; per cent; a number of things. */
export const UNIT_CODES = ["VND", "PT", "NUMBER"] as const;
export type UnitCode = (typeof UNIT_CODES)[number];

/** Of SDMX's cross-domain list CL_OBS_STATUS. */
export const OBS_STATUS_CODES = [
  "A", // normal
  "B", // break in the series: the first month of the provinces of today
  "E", // by an estimate of the statistics office
  "P", // by a preliminary figure of the statistics office
  "O", // missing: the statistics office's figure is not there yet
  "M", // missing: there can be none, as a share of nothing
  "Q", // missing: withheld
] as const;
export type ObsStatus = (typeof OBS_STATUS_CODES)[number];

/** Of CL_CONF_STATUS. Not which of its reasons: that a cell is large enough would be a lower bound of it. */
export const CONF_STATUS_CODES = ["F", "C"] as const;
export type ConfStatus = (typeof CONF_STATUS_CODES)[number];

/** Monthly, of CL_FREQ. */
export const FREQUENCY = "M";

/** No registry has it; which columns it has is what `sdmx-csv.server.ts` writes. */
export const DATAFLOW = "CHOPHIEN:ECOMMERCE_RETAIL(1.0.0)";

export const LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/";

type Measure = { unit: UnitCode; decimals: number };
const AMOUNT: Measure = { unit: "VND", decimals: 0 };
const NUMBER: Measure = { unit: "NUMBER", decimals: 0 };
const SHARE: Measure = { unit: "PT", decimals: SHARE_DECIMALS };
const RATE: Measure = { unit: "PT", decimals: RATE_DECIMALS };

/** In what each is measured, and with how many decimals it is written. */
export const MEASURES: Record<IndicatorCode, Measure> = {
  share_goods: SHARE,
  share_goods_services: SHARE,
  sales_goods: AMOUNT,
  sales_goods_services: AMOUNT,
  retail_goods: AMOUNT,
  retail_goods_services: AMOUNT,
  services: AMOUNT,
  returned: AMOUNT,
  assisted: AMOUNT,
  wholesale: AMOUNT,
  shipping: AMOUNT,
  orders: NUMBER,
  assisted_orders: NUMBER,
  wholesale_orders: NUMBER,
  active_sellers: NUMBER,
  cashless_value: RATE,
  cashless_orders: RATE,
  goods_sellers: NUMBER,
};

export function isFigureCode(code: IndicatorCode): code is FigureCode {
  return code !== "goods_sellers";
}
