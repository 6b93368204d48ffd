import { formatBillions } from "~/domain/statistics/billions";
import { figureChange, figureOf, formatFigure } from "~/domain/statistics/figures";
import { SHARE_DECIMALS } from "~/domain/statistics/indicator";
import {
  formatRounded,
  REPORT_LINES,
  yearSoFar,
  type ReportLine,
  type YearSoFar,
} from "~/domain/statistics/monthly-report";
import { formatPercent } from "~/domain/statistics/ratio";
import type { IndicatorMonth } from "~/domain/statistics/types";
import { formatInteger } from "~/platform/money";
import { addMonths, formatMonth } from "~/platform/period";
import { useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import type { Translate } from "~/web/i18n";

/** The month between those that it is compared with, and the year up to it. */
export function ReportTable({ months }: { months: readonly IndicatorMonth[] }) {
  const t = useT();
  const current = months.at(-1);
  if (!current) return null;
  const before = months.find(({ month }) => month === addMonths(current.month, -1));
  const yearBefore = months.find(({ month }) => month === addMonths(current.month, -12));
  const year = yearSoFar(months, current.month);
  const named = (offset: number) => formatMonth(addMonths(current.month, offset));
  const heads = [
    t("report.columnBefore", { month: named(-1) }),
    t("report.columnMonth", { month: named(0) }),
    t("report.columnToBefore"),
    t("report.columnToYearBefore"),
    t("report.columnYear", { year: current.month.slice(0, 4) }),
  ];
  return (
    <ScrollRegion label={t("report.tableTitle")}>
      <table>
        <caption>{t("report.tableTitle")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("report.columnFigure")}</th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {REPORT_LINES.map((code) => (
            <tr key={code}>
              <th scope="row">{t(`report.line_${code}`)}</th>
              {[before, current].map((month, index) => (
                <td key={heads[index]}>{valueText(t, code, month)}</td>
              ))}
              {[before, yearBefore].map((month, index) => (
                <td key={heads[index + 2]}>{changeText(t, code, [current, month])}</td>
              ))}
              <td>{yearText(t, code, year)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function valueText(t: Translate, code: ReportLine, month: IndicatorMonth | undefined): string {
  if (!month) return t("report.none");
  const figure = figureOf(code, month);
  const text =
    figure.unit === "vnd" && figure.value !== null
      ? formatRounded(figure.value, "million")
      : formatFigure(figure, "vi");
  if (text !== null) return text;
  return month.withheld.includes(code) ? t("statistics.withheld") : t("statistics.notYet");
}

function changeText(
  t: Translate,
  code: ReportLine,
  [current, earlier]: [IndicatorMonth, IndicatorMonth | undefined],
): string {
  if (!earlier) return t("report.none");
  const change = figureChange(figureOf(code, current), figureOf(code, earlier), "vi");
  if (change.kind === "points") return t("report.points", { points: change.text });
  if (change.kind === "growth") return change.text;
  return change.kind === "same" ? t("report.same") : t("report.none");
}

function yearText(t: Translate, code: ReportLine, year: YearSoFar): string {
  const { salesVnd, retailVnd, shares, orderCount } = year;
  const none = t("report.none");
  switch (code) {
    case "sales_goods":
      return salesVnd.goods === null ? none : formatRounded(salesVnd.goods, "million");
    case "sales_goods_services":
      return salesVnd.goods_services === null
        ? none
        : formatRounded(salesVnd.goods_services, "million");
    case "retail_goods":
      return retailVnd.goods === null ? none : formatBillions(retailVnd.goods, "vi");
    case "retail_goods_services":
      return retailVnd.goods_services === null
        ? none
        : formatBillions(retailVnd.goods_services, "vi");
    case "share_goods":
      return shares.goods ? formatPercent(shares.goods, SHARE_DECIMALS, "vi") : none;
    case "share_goods_services":
      return shares.goods_services
        ? formatPercent(shares.goods_services, SHARE_DECIMALS, "vi")
        : none;
    case "orders":
      return orderCount === null ? none : formatInteger(orderCount, "vi");
    case "active_sellers":
      return none; // a seller of two months is one seller: months do not add up
  }
}
