import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { latestCompleteMonth, readPublicSeries } from "~/domain/statistics/queries.server";
import { now } from "~/platform/clock.server";
import { formatMonth } from "~/platform/period";
import { publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useSite, useT } from "~/ui/site";
import { MethodSummary } from "~/ui/statistics/method-summary";
import { SeriesCharts } from "~/ui/statistics/series-charts";
import { SeriesNotes } from "~/ui/statistics/series-notes";
import { SeriesTable } from "~/ui/statistics/series-table";
import { ShareCard } from "~/ui/statistics/share-card";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches }) => {
  const { t } = siteOf(matches);
  return publicMeta(matches, {
    title: t("statistics.title"),
    description: t("statistics.metaDescription"),
    path: "/statistics",
  });
};

/** Kept aggregates of months that are over; nothing of a month that runs. */
export async function loader() {
  return { months: await readPublicSeries(latestCompleteMonth()), asOf: now() };
}

export default function StatisticsPage() {
  const { months, asOf } = useLoaderData<typeof loader>();
  const t = useT();
  const language = useLanguage();
  const { provinceName, isDemo } = useSite();
  const latest = months.at(-1);
  return (
    <>
      <h1 className="mt-4 text-3xl">{t("statistics.title")}</h1>
      <p className="mt-3 max-w-prose text-lg text-soft">
        {t("statistics.lead", { province: provinceName })}
      </p>
      {isDemo ? <Notice tone="plain">{t("statistics.sampleNote")}</Notice> : null}
      {latest ? (
        <section className="mt-8">
          <h2 className="text-2xl">
            {t("statistics.latestHeading", { month: formatMonth(latest.month) })}
          </h2>
          <div className="mt-4 grid gap-8 md:grid-cols-2">
            <ShareCard kind="goods" month={latest} heading="h3" />
            <ShareCard kind="goods_services" month={latest} heading="h3" />
          </div>
        </section>
      ) : null}
      <section className="mt-12">
        <h2 className="text-2xl">{t("statistics.seriesHeading")}</h2>
        <SeriesCharts months={months} hrefOf={(chart) => paths.statisticsChart(language, chart)} />
        <div className="mt-8">
          <SeriesTable months={months} />
        </div>
        <SeriesNotes months={months} asOf={asOf} />
      </section>
      <MethodSummary />
    </>
  );
}
