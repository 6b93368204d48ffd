import type { FigureCode } from "~/domain/statistics/figure-codes";
import { billionDecimalsOf, figureOf, type Figure } from "~/domain/statistics/figures";
import type { IndicatorMonth } from "~/domain/statistics/types";
import { formatMonth } from "~/platform/period";
import { useT } from "~/ui/site";
import { FigureText } from "./figure-text";
import { ScrollRegion } from "./scroll-region";
import { Sparkline } from "./sparkline";

/** Fewer make no line. */
const LINE_MONTHS = 13;

const COLUMNS: readonly FigureCode[] = [
  "sales_goods",
  "sales_goods_services",
  "retail_goods",
  "retail_goods_services",
  "share_goods",
  "share_goods_services",
  "orders",
  "active_sellers",
];

/** Every point of the charts and what it is made of, the newest month first. */
export function SeriesTable({ months }: { months: readonly IndicatorMonth[] }) {
  const t = useT();
  const first = formatMonth(months[0]?.month ?? "");
  const last = formatMonth(months.at(-1)?.month ?? "");
  const billionDecimals = billionDecimalsOf(months);
  return (
    <ScrollRegion label={t("statistics.seriesScroll")}>
      <table className="table text-sm print:[&_:is(td,th)]:min-w-0 print:[&_:is(td,th)]:py-1 print:[&_:is(td,th)]:pr-2 print:[&_:is(td,th)]:text-[7.5pt]">
        <caption className="sr-only">{t("statistics.seriesCaption", { first, last })}</caption>
        <SeriesHead />
        <tbody>
          {months.toReversed().map((month) => (
            <tr key={month.month}>
              <th scope="row" className="num sticky left-0 bg-ground whitespace-nowrap">
                {formatMonth(month.month)}
                {month.isBeforeMerger ? <sup> B</sup> : null}
              </th>
              {COLUMNS.map((code) => (
                <td key={code} className="amount">
                  <FigureText code={code} month={month} billionDecimals={billionDecimals} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {months.length < LINE_MONTHS ? null : <SeriesLines months={months} />}
      </table>
    </ScrollRegion>
  );
}

/** The columns once more as small lines, for the eye alone. */
function SeriesLines({ months }: { months: readonly IndicatorMonth[] }) {
  const t = useT();
  return (
    <tfoot className="print:hidden" aria-hidden="true">
      <tr>
        <th className="sticky left-0 bg-ground font-normal">{t("ranking.columnLine")}</th>
        {COLUMNS.map((code) => (
          <td key={code} className="amount">
            <Sparkline values={months.map((month) => heightOf(figureOf(code, month)))} />
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

function heightOf({ value }: Figure): number | null {
  if (value === null || typeof value === "number") return value;
  return value.numerator / value.denominator;
}

function SeriesHead() {
  const t = useT();
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2} className="align-bottom">
          {t("common.month")}
        </th>
        <th scope="colgroup" colSpan={2} className="amount whitespace-normal">
          {t("statistics.groupSales")}
        </th>
        <th scope="colgroup" colSpan={2} className="amount whitespace-normal">
          {t("statistics.groupRetail")}
        </th>
        <th scope="colgroup" colSpan={2} className="amount whitespace-normal">
          {t("statistics.groupShare")}
        </th>
        <th scope="col" rowSpan={2} className="amount align-bottom">
          {t("statistics.columnOrders")}
        </th>
        <th scope="col" rowSpan={2} className="amount align-bottom">
          {t("statistics.columnSellers")}
        </th>
      </tr>
      <tr>
        <SubHead text={t("statistics.columnSalesGoods")} />
        <SubHead text={t("statistics.columnSalesAll")} />
        <SubHead text={t("statistics.columnRetailGoods")} />
        <SubHead text={t("statistics.columnRetailAll")} />
        <SubHead text={t("statistics.columnShareGoods")} />
        <SubHead text={t("statistics.columnShareAll")} />
      </tr>
    </thead>
  );
}

function SubHead({ text }: { text: string }) {
  return (
    <th scope="col" className="amount min-w-24 whitespace-normal">
      {text}
    </th>
  );
}
