import type { FigureCode } from "~/domain/statistics/figure-codes";
import { billionDecimalsOf, figureChange, figureOf } from "~/domain/statistics/figures";
import type { IndicatorMonth } from "~/domain/statistics/types";
import { formatMonth } from "~/platform/period";
import { useLanguage, useT } from "~/ui/site";
import { FigureText } from "~/ui/statistics/figure-text";
import { ScrollRegion } from "~/ui/statistics/scroll-region";

type Comparison = {
  month: IndicatorMonth;
  before: IndicatorMonth;
  yearBefore: IndicatorMonth;
  /** Part of a month is not compared with a whole one. */
  isRunning: boolean;
};

/** Every figure of the month beside those of the month before and of the same month last year. */
export function CompareTable(props: Comparison) {
  const t = useT();
  return (
    <ScrollRegion label={t("department.compareScroll")}>
      <table className="table text-sm print:[&_:is(td,th)]:py-1 print:[&_:is(td,th)]:pr-2 print:[&_:is(td,th)]:text-[8pt]">
        <CompareHead {...props} />
        <Group
          title={t("department.groupShares")}
          codes={["share_goods", "share_goods_services"]}
          {...props}
        />
        <Group
          title={t("department.groupCounted")}
          codes={["sales_goods", "sales_goods_services", "orders", "active_sellers"]}
          {...props}
        />
        <Group
          title={t("department.groupOfficial")}
          codes={["retail_goods", "retail_goods_services"]}
          {...props}
        />
        <Group
          title={t("department.groupCashless")}
          codes={["cashless_value", "cashless_orders"]}
          {...props}
        />
        <Group
          title={t("department.groupNotCounted")}
          codes={[
            "services",
            "assisted",
            "assisted_orders",
            "wholesale",
            "wholesale_orders",
            "shipping",
          ]}
          {...props}
        />
      </table>
    </ScrollRegion>
  );
}

function CompareHead({ month, before, yearBefore }: Comparison) {
  const t = useT();
  return (
    <thead>
      <tr>
        <th scope="col" className="align-bottom">
          {t("department.columnFigure")}
        </th>
        <MonthHead month={month} />
        <MonthHead month={before} />
        <th scope="col" className="amount min-w-24 align-bottom whitespace-normal print:min-w-16">
          {t("department.columnChange")}
        </th>
        <MonthHead month={yearBefore} />
        <th scope="col" className="amount min-w-24 align-bottom whitespace-normal print:min-w-16">
          {t("department.columnChangeYear")}
        </th>
      </tr>
    </thead>
  );
}

function MonthHead({ month }: { month: IndicatorMonth }) {
  return (
    <th scope="col" className="amount num align-bottom">
      {formatMonth(month.month)}
      {month.isBeforeMerger ? <sup> B</sup> : null}
    </th>
  );
}

function Group({ title, codes, ...props }: Comparison & { title: string; codes: FigureCode[] }) {
  const { month, before, yearBefore } = props;
  const billionDecimals = billionDecimalsOf([month, before, yearBefore]);
  return (
    <tbody className="break-inside-avoid">
      <tr>
        <th scope="rowgroup" colSpan={6} className="pt-5 text-indigo print:pt-3">
          {title}
        </th>
      </tr>
      {codes.map((code) => (
        <tr key={code}>
          <FigureName code={code} />
          <td className="amount font-semibold">
            <FigureText code={code} month={month} billionDecimals={billionDecimals} />
          </td>
          <td className="amount">
            <FigureText code={code} month={before} billionDecimals={billionDecimals} />
          </td>
          <td className="amount">
            <ChangeText {...props} code={code} earlier={before} />
          </td>
          <td className="amount">
            <FigureText code={code} month={yearBefore} billionDecimals={billionDecimals} />
          </td>
          <td className="amount">
            <ChangeText {...props} code={code} earlier={yearBefore} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

function FigureName({ code }: { code: FigureCode }) {
  const t = useT();
  const isRetail = code === "retail_goods" || code === "retail_goods_services";
  return (
    <th scope="row" className="max-w-sm min-w-48 font-normal print:min-w-52">
      {t(`statistics.figure_${code}`)}
      {isRetail ? `, ${t("statistics.billionsUnit")}` : null}
      {code === "services" ? (
        <span className="block text-soft">{t("department.servicesNote")}</span>
      ) : null}
    </th>
  );
}

/** Amounts and counts grow by a per cent, a per cent by percentage points; never an empty cell. */
function ChangeText(props: {
  code: FigureCode;
  month: IndicatorMonth;
  earlier: IndicatorMonth;
  isRunning: boolean;
}) {
  const t = useT();
  const language = useLanguage();
  const { code, month, earlier } = props;
  if (props.isRunning) return <span className="text-soft">{t("department.changeRunning")}</span>;
  const change = figureChange(figureOf(code, month), figureOf(code, earlier), language);
  switch (change.kind) {
    case "points":
      return <span className="num">{t("department.changePoints", { points: change.text })}</span>;
    case "growth":
      return <span className="num">{change.text}</span>;
    case "same":
      return <span className="text-soft">{t("department.changeSame")}</span>;
    case "none":
      return <span className="text-soft">{t("department.changeNone")}</span>;
  }
}
