import { figureOf, formatFigure } from "~/domain/statistics/figures";
import type { IndicatorMonth } from "~/domain/statistics/types";
import { formatMonth } from "~/platform/period";
import { useLanguage, useT } from "~/ui/site";
import type { ChartKind, ChartSize } from "./indicator-charts";

type SeriesChartsProps = {
  months: readonly IndicatorMonth[];
  /** Where the drawing of this kind and size is served. */
  hrefOf: (chart: { kind: ChartKind; size: ChartSize }) => string;
};

/** Both charts; the table of the same months stands below them. */
export function SeriesCharts({ months, hrefOf }: SeriesChartsProps) {
  const t = useT();
  const language = useLanguage();
  const first = formatMonth(months[0]?.month ?? "");
  const latest = months.at(-1);
  const last = formatMonth(latest?.month ?? "");
  const total = latest ? formatFigure(figureOf("sales_goods_services", latest), language) : null;
  const amount = total ?? t("statistics.withheld");
  return (
    <div className="mt-4 grid gap-8 lg:grid-cols-2 print:grid-cols-2 print:gap-4">
      <ChartFigure
        title={t("statistics.salesChartTitle")}
        legend={t("statistics.salesChartKey")}
        alt={t("statistics.salesChartAlt", { first, last, amount })}
        hrefOf={(size) => hrefOf({ kind: "sales", size })}
      />
      <ChartFigure
        title={t("statistics.shareChartTitle")}
        legend={t("statistics.shareChartKey")}
        alt={t("statistics.shareChartAlt", { first, last })}
        hrefOf={(size) => hrefOf({ kind: "share", size })}
      />
    </div>
  );
}

function ChartFigure(props: {
  title: string;
  legend: string;
  alt: string;
  hrefOf: (size: ChartSize) => string;
}) {
  return (
    <figure className="break-inside-avoid">
      <figcaption>
        <span className="block font-semibold print:text-sm">{props.title}</span>
        <span className="block text-sm text-soft print:text-xs">{props.legend}</span>
      </figcaption>
      <picture>
        <source media="(max-width: 30rem)" srcSet={props.hrefOf("narrow")} />
        <img
          className="mt-3 h-auto w-full max-w-xl"
          src={props.hrefOf("wide")}
          alt={props.alt}
          width={560}
          height={352}
        />
      </picture>
    </figure>
  );
}
