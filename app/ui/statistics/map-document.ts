import type { MethodUse } from "~/domain/statistics/method-versions";
import type { Language } from "~/platform/language";
import { formatMonth, type Month } from "~/platform/period";
import { translatorFor } from "~/web/i18n";
import { drawCommuneMap, mapFactsOf, type CommuneMap } from "./commune-map";
import type { ChartSize } from "./indicator-charts";
import { chartNote, type AsOf } from "./source-line";

/** Null for a size that is not drawn. */
export function readMapSize(asked: string | null): ChartSize | null {
  return asked === "wide" || asked === "narrow" ? asked : null;
}

/** The map of a month with its title and source in it; null where there is nothing to draw. */
export function svgOfMap(
  map: CommuneMap,
  of: {
    size: ChartSize;
    month: Month;
    language: Language;
    asOf: AsOf;
    methods: readonly MethodUse[];
  },
): string | null {
  const { size, month, language, asOf, methods } = of;
  if (mapFactsOf(map, language) === null) return null;
  const t = translatorFor(language);
  return drawCommuneMap(map, {
    size,
    language,
    title: t("maps.figureTitle", { month: formatMonth(month) }),
    note: chartNote(t, { of: "sales", asOf, first: month, last: month, methods }),
  });
}
