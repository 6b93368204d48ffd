import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readCommuneNames } from "~/domain/places/queries.server";
import { flatMonthOf, methodUsesOf } from "~/domain/statistics/method-versions";
import {
  listRevisions,
  readPublishedBreakdown,
  readPublishedMonths,
} from "~/domain/statistics/queries-published.server";
import type { PublishedMonth } from "~/domain/statistics/types-periods";
import { formatInstant, formatMonth } from "~/platform/period";
import { publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { editionName } from "~/ui/periods/edition-name";
import { RevisionLog } from "~/ui/periods/revision-log";
import { EmptyState, Notice } from "~/ui/primitives/notice";
import { useLanguage, useSite, useT } from "~/ui/site";
import { communeCodesOf } from "~/ui/statistics/breakdown-name";
import { BreakdownSection } from "~/ui/statistics/breakdown-section";
import { MethodSummary } from "~/ui/statistics/method-summary";
import { SeriesCharts } from "~/ui/statistics/series-charts";
import { SeriesNotes } from "~/ui/statistics/series-notes";
import { SeriesTable } from "~/ui/statistics/series-table";
import { ShareCard } from "~/ui/statistics/share-card";
import { SourceLine } from "~/ui/statistics/source-line";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches }) => {
  const { t } = siteOf(matches);
  return publicMeta(matches, {
    title: t("statistics.title"),
    description: t("statistics.metaDescription"),
    path: "/statistics",
  });
};

/** What was published, as it stands; nothing of what runs or is only closed. */
export async function loader() {
  const breakdown = await readPublishedBreakdown();
  return {
    published: await readPublishedMonths(),
    breakdown,
    communeNames: await readCommuneNames(communeCodesOf(breakdown?.cells ?? [])),
    revisions: await listRevisions(),
  };
}

export default function StatisticsPage() {
  const { published, breakdown, communeNames, revisions } = useLoaderData<typeof loader>();
  const t = useT();
  const { provinceName, isDemo, language } = useSite();
  return (
    <>
      <h1 className="mt-4 text-3xl">{t("statistics.title")}</h1>
      <p className="mt-3 max-w-prose text-lg text-soft">
        {t("statistics.lead", { province: provinceName })}
      </p>
      <p className="mt-2">
        <a className="underline" href={paths.openData(language)}>
          {t("opendata.title")}
        </a>
      </p>
      {isDemo ? <Notice tone="plain">{t("statistics.sampleNote")}</Notice> : null}
      {published.length === 0 ? (
        <EmptyState title={t("periods.publicEmpty")}>
          <p>{t("periods.publicEmptyText")}</p>
        </EmptyState>
      ) : (
        <PublishedSeries published={published} />
      )}
      {breakdown ? <BreakdownSection breakdown={breakdown} communeNames={communeNames} /> : null}
      <RevisionLog revisions={revisions} />
      <MethodSummary />
    </>
  );
}

function PublishedSeries({ published }: { published: readonly PublishedMonth[] }) {
  const t = useT();
  const language = useLanguage();
  const months = published.map(({ month }) => month);
  const newest = published.at(-1);
  if (!newest) return null;
  const { month, edition, publishedAt, hash } = newest;
  return (
    <>
      <section className="mt-8">
        <h2 className="text-2xl">
          {t("statistics.latestHeading", { month: formatMonth(month.month) })}
        </h2>
        <div className="mt-4 grid gap-8 md:grid-cols-2">
          <ShareCard kind="goods" month={month} heading="h3" />
          <ShareCard kind="goods_services" month={month} heading="h3" />
        </div>
        <SourceLine
          of="measured"
          asOf={{ kind: "published", at: publishedAt }}
          first={month.month}
          last={month.month}
          methods={methodUsesOf([flatMonthOf(newest)])}
        />
        <p className="mt-2 text-sm break-words text-soft">
          {t("periods.publicEdition", {
            month: formatMonth(month.month),
            edition: editionName(t, edition),
            time: formatInstant(publishedAt),
            hash,
          })}
        </p>
      </section>
      <section className="mt-12">
        <h2 className="text-2xl">{t("statistics.seriesHeading")}</h2>
        <SeriesCharts months={months} hrefOf={(chart) => paths.statisticsChart(language, chart)} />
        <div className="mt-8">
          <SeriesTable months={months} />
        </div>
        <SeriesNotes
          months={months}
          asOf={{ kind: "published", at: Math.max(...published.map((one) => one.publishedAt)) }}
          methods={methodUsesOf(published.map(flatMonthOf))}
        />
      </section>
    </>
  );
}
