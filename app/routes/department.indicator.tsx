import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { withheldFiguresOf } from "~/domain/statistics/disclosed-month";
import { currentMonth, latestCompleteMonth, listMonths } from "~/domain/statistics/queries.server";
import { flatMonthOf, methodUsesOf } from "~/domain/statistics/method-versions";
import { findPeriod, readStandingSeries } from "~/domain/statistics/queries-periods.server";
import { readChannelMonth } from "~/domain/statistics/queries-channels.server";
import { readShareTargets } from "~/domain/statistics/queries-targets.server";
import { now } from "~/platform/clock.server";
import { present } from "~/platform/invariant";
import { formatMonth, isMonth } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { CompareTable } from "~/ui/department/compare-table";
import { IndicatorToolbar } from "~/ui/department/indicator-toolbar";
import { OtherChannelsSection } from "~/ui/department/other-channels-section";
import { PeriodLine } from "~/ui/periods/period-line";
import { Notice } from "~/ui/primitives/notice";
import { useSite, useT } from "~/ui/site";
import { SeriesCharts } from "~/ui/statistics/series-charts";
import { SeriesNotes } from "~/ui/statistics/series-notes";
import { SeriesTable } from "~/ui/statistics/series-table";
import { ShareCard } from "~/ui/statistics/share-card";
import { SourceLine } from "~/ui/statistics/source-line";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("department.indicatorTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "indicator.read");
  const asked = new URL(args.request.url).searchParams.get("month") ?? latestCompleteMonth();
  if (!isMonth(asked) || asked > currentMonth()) throw redirect(paths.indicator());
  const series = await readStandingSeries(asked);
  const months = series.map(({ month }) => month);
  const period = await findPeriod(asked);
  const closed = period?.editions.at(-1);
  return {
    months,
    methods: methodUsesOf(series.map(flatMonthOf)),
    channels: await readChannelMonth(asked),
    targets: await readShareTargets(asked),
    month: present(months.at(-1), "a series has its last month"),
    before: present(months.at(-2), "a series has a month before its last"),
    yearBefore: present(months[0], "a series has a first month"),
    choices: [...new Set([asked, ...(await listMonths())])].toSorted().reverse(),
    isRunning: asked === currentMonth(),
    period: period ? { month: asked, state: period.state, isChanged: period.isChanged } : null,
    withheld: closed ? withheldFiguresOf(closed.manifest.disclosed) : [],
    asOf: now(),
  };
}

export default function IndicatorPage() {
  const { months, month, methods, asOf, isRunning, ...rest } = useLoaderData<typeof loader>();
  const { period, channels, choices, withheld, targets, ...earlier } = rest;
  const t = useT();
  const { provinceName, language } = useSite();
  const enter = (
    <a className="no-print font-normal underline" href={paths.retailTotals({ month: month.month })}>
      {t("department.enterRetailTotal")}
    </a>
  );
  const card = { month, heading: "h2", missing: enter } as const;
  return (
    <>
      <p className="hidden text-sm print:block">
        {t("department.printedFrom", { province: provinceName })}
      </p>
      <h1 className="text-3xl print:text-xl">
        {t("department.indicatorTitle")},{" "}
        <span className="num whitespace-nowrap">{formatMonth(month.month)}</span>
      </h1>
      <p className="mt-2 max-w-prose text-soft print:text-sm">
        {t("department.indicatorLead")}{" "}
        <a className="no-print underline" href={paths.statisticsMethod(language)}>
          {t("statistics.methodLink")}
        </a>
      </p>
      {period ? <PeriodLine {...period} /> : null}
      <IndicatorToolbar month={month.month} months={choices} />
      {isRunning ? <Notice tone="attention">{t("department.indicatorRunning")}</Notice> : null}
      {withheld.length > 0 ? (
        <Notice tone="plain">
          {t("statistics.smallNote", {
            figures: withheld.map((code) => t(`statistics.figure_${code}`)).join("; "),
          })}
        </Notice>
      ) : null}
      <div className="mt-8 grid gap-8 md:grid-cols-2 print:mt-4 print:grid-cols-2">
        <ShareCard kind="goods" {...card} target={targets.goods} />
        <ShareCard kind="goods_services" {...card} target={targets.goods_services} />
      </div>
      <section className="mt-12 print:mt-6">
        <h2 className="text-2xl print:text-base">{t("department.compareHeading")}</h2>
        <CompareTable month={month} isRunning={isRunning} {...earlier} />
        <SourceLine
          of="measured"
          asOf={{ kind: "read", at: asOf }}
          first={earlier.yearBefore.month}
          last={month.month}
          methods={methods}
        />
      </section>
      <OtherChannelsSection month={month} channels={channels} asOf={asOf} methods={methods} />
      <section className="mt-12 print:mt-6">
        <h2 className="text-2xl print:text-base">{t("statistics.seriesHeading")}</h2>
        <SeriesCharts
          months={months}
          hrefOf={(chart) => paths.indicatorChart({ month: month.month, ...chart })}
        />
        <div className="mt-8 print:mt-4">
          <SeriesTable months={months} />
        </div>
        <SeriesNotes months={months} asOf={{ kind: "read", at: asOf }} methods={methods} />
      </section>
    </>
  );
}
