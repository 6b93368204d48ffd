import { figureOf, formatFigure, type FigureCode } from "~/domain/statistics/figures";
import type { IndicatorMonth } from "~/domain/statistics/types";
import { useLanguage, useT } from "~/ui/site";

/** A figure of a month, or in words why there is none; never a zero for something unknown. */
export function FigureText({ code, month }: { code: FigureCode; month: IndicatorMonth }) {
  const t = useT();
  const text = formatFigure(figureOf(code, month), useLanguage());
  if (text !== null) return <span className="num">{text}</span>;
  const isWithheld = month.disclosure === "withheld" && !code.startsWith("retail_");
  return (
    <span className="text-soft">
      {isWithheld ? t("statistics.withheld") : t("statistics.notYet")}
    </span>
  );
}
