import type { FigureCode } from "~/domain/statistics/figure-codes";
import { billionDecimalsOf } from "~/domain/statistics/figures";
import type { IndicatorMonth } from "~/domain/statistics/types";
import { useT } from "~/ui/site";
import { FigureText } from "~/ui/statistics/figure-text";
import { ScrollRegion } from "~/ui/statistics/scroll-region";

/** Figures of one month as they were and as they became. */
export function DifferenceTable(props: {
  codes: readonly FigureCode[];
  before: IndicatorMonth;
  after: IndicatorMonth;
  /** Of the two columns. */
  heads: readonly [string, string];
  /** Of the region that scrolls, where a page has several. */
  label?: string;
}) {
  const t = useT();
  const { codes, before, after, heads } = props;
  const billionDecimals = billionDecimalsOf([before, after]);
  return (
    <ScrollRegion label={props.label ?? t("periods.changesScroll")}>
      <table className="table text-sm">
        <caption className="sr-only">{heads.join(" – ")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("periods.columnFigure")}</th>
            {heads.map((head) => (
              <th key={head} scope="col" className="amount">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {codes.map((code) => (
            <tr key={code}>
              <FigureHead code={code} />
              {[before, after].map((month, index) => (
                <td key={heads[index]} className="amount">
                  <FigureText code={code} month={month} billionDecimals={billionDecimals} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** The full name of a figure, with the unit where the cell has none. */
export function FigureHead({ code }: { code: FigureCode }) {
  const t = useT();
  const isRetail = code === "retail_goods" || code === "retail_goods_services";
  return (
    <th scope="row" className="min-w-40 max-w-sm font-normal whitespace-normal">
      {t(`statistics.figure_${code}`)}
      {isRetail ? `, ${t("statistics.billionsUnit")}` : null}
    </th>
  );
}
