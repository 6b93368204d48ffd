import type { FigureCode } from "~/domain/statistics/figure-codes";
import { figureOf, formatFigure } from "~/domain/statistics/figures";
import type { IndicatorMonth } from "~/domain/statistics/types";
import { useLanguage, useT } from "~/ui/site";

/** A figure of a month, or in words why there is none; never a zero for something unknown. */
export function FigureText(props: {
  code: FigureCode;
  month: IndicatorMonth;
  /** Of the column's tỷ đồng (`billionDecimalsOf`). */
  billionDecimals: number;
}) {
  const t = useT();
  const { code, month } = props;
  const text = formatFigure(figureOf(code, month), useLanguage(), props.billionDecimals);
  if (text !== null) return <span className="num">{text}</span>;
  const isWithheld = month.withheld.includes(code);
  return (
    <span className="text-soft">
      {isWithheld ? t("statistics.withheld") : t("statistics.notYet")}
    </span>
  );
}
