import {
  BREAKDOWN_CODES,
  CONF_STATUS_CODES,
  FREQUENCY,
  INDICATOR_CODES,
  isFigureCode,
  MEASURES,
  OBS_STATUS_CODES,
  TOTAL,
  UNIT_CODES,
  UNNAMED,
  type BreakdownCode,
  type IndicatorCode,
} from "~/domain/opendata/codes";
import type { CodeNames } from "~/domain/opendata/flat-rows";
import type { CodesAnswer, NamedCode } from "~/domain/opendata/schemas";
import { OCOP_SETS } from "~/domain/catalog/ocop-sets";
import { PAYMENT_METHODS } from "~/domain/orders/payment-methods";
import type { Commune, Province } from "~/domain/places/types";
import { breakdownName } from "~/ui/statistics/breakdown-name";
import type { Translate } from "~/web/i18n";

const STARS = [0, 3, 4, 5];

export function indicatorName(t: Translate, code: IndicatorCode): string {
  return isFigureCode(code) ? t(`statistics.figure_${code}`) : t("opendata.goodsSellers");
}

export function dimensionName(t: Translate, code: BreakdownCode): string {
  return code === TOTAL ? t("opendata.wholeProvince") : t(`statistics.breakdown_${code}`);
}

/** Names of codes in one language, for files. */
export function codeNames(t: Translate, communes: readonly Commune[]): CodeNames {
  const communeNames = Object.fromEntries(communes.map(({ code, name }) => [code, name]));
  return {
    indicator: (code) => indicatorName(t, code),
    code: ({ dimension, code }) => {
      if (dimension === TOTAL) return t("statistics.breakdownTotal");
      if (code === UNNAMED) return t("opendata.unnamed");
      return breakdownName({ t, communeNames }, { dimension, code });
    },
  };
}

/** Every code with its names. What has no other name has the same in both languages: places. */
export function codesAnswerOf(
  { vi, en }: Record<"vi" | "en", Translate>,
  { province, communes }: { province: Province; communes: readonly Commune[] },
): CodesAnswer {
  const named = <Code extends string>(
    codes: readonly Code[],
    nameOf: (t: Translate, code: Code) => string,
  ): (NamedCode & { code: Code })[] =>
    codes.map((code) => ({ code, vi: nameOf(vi, code), en: nameOf(en, code) }));
  const cellsOf = (dimension: Exclude<BreakdownCode, typeof TOTAL>, codes: readonly string[]) =>
    named(codes, (t, code) => codeNames(t, communes).code({ dimension, code })).map((one) => ({
      ...one,
      dimension,
    }));
  return {
    freq: named([FREQUENCY], (t) => t("opendata.monthly")),
    ref_area: named([province.code], () => province.name),
    indicator: named(INDICATOR_CODES, indicatorName).map((one) => ({
      ...one,
      ...MEASURES[one.code],
    })),
    dimension: named(BREAKDOWN_CODES, dimensionName),
    code: [
      ...cellsOf("commune", [...communes.map(({ code }) => code).toSorted(), UNNAMED]),
      ...cellsOf("set", [...OCOP_SETS.map(String), UNNAMED]),
      ...cellsOf("stars", [...STARS.map(String), UNNAMED]),
      ...cellsOf("method", [...PAYMENT_METHODS, UNNAMED]),
    ],
    unit: named(UNIT_CODES, (t, code) => t(`opendata.unit_${code}`)),
    obs_status: named(OBS_STATUS_CODES, (t, code) => t(`opendata.status_${code}`)),
    conf_status: named(CONF_STATUS_CODES, (t, code) => t(`opendata.conf_${code}`)),
  };
}
