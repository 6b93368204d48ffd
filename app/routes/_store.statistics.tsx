import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readProvinceMap } from "~/domain/places/queries-maps.server";
import { readCommuneNames } from "~/domain/places/queries.server";
import {
  listRevisions,
  readPublishedBreakdown,
  readPublishedMonths,
} from "~/domain/statistics/queries-published.server";
import { readPublicReleases } from "~/domain/statistics/queries-releases.server";
import { readShareTargets } from "~/domain/statistics/queries-targets.server";
import { publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { PublicReleases } from "~/ui/periods/public-releases";
import { RevisionLog } from "~/ui/periods/revision-log";
import { EmptyState, Notice } from "~/ui/primitives/notice";
import { PublishedSeries } from "~/ui/statistics/published-series";
import { useSite, useT } from "~/ui/site";
import { communeCodesOf } from "~/ui/statistics/breakdown-name";
import { mapCellsOf, mapFactsOf } from "~/ui/statistics/commune-map";
import { BreakdownSection } from "~/ui/statistics/breakdown-section";
import { MethodSummary } from "~/ui/statistics/method-summary";
import { languageOf } from "~/web/guard.server";
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
export async function loader(args: LoaderFunctionArgs) {
  const breakdown = await readPublishedBreakdown();
  const published = await readPublishedMonths();
  const newest = published.at(-1);
  return {
    published,
    targets: newest ? await readShareTargets(newest.month.month) : null,
    breakdown,
    map: breakdown
      ? mapFactsOf(
          { ...(await readProvinceMap()), cells: mapCellsOf(breakdown.cells) },
          languageOf(args, null),
        )
      : null,
    communeNames: await readCommuneNames(communeCodesOf(breakdown?.cells ?? [])),
    revisions: await listRevisions(),
    releases: await readPublicReleases(),
  };
}

export default function StatisticsPage() {
  const { published, targets, breakdown, communeNames, map, revisions, releases } =
    useLoaderData<typeof loader>();
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
        {" · "}
        <a className="underline" href={paths.publicRanking(language)}>
          {t("ranking.title")}
        </a>
      </p>
      {isDemo ? <Notice tone="plain">{t("statistics.sampleNote")}</Notice> : null}
      {published.length === 0 ? (
        <EmptyState title={t("periods.publicEmpty")}>
          <p>{t("periods.publicEmptyText")}</p>
        </EmptyState>
      ) : (
        <PublishedSeries published={published} targets={targets} />
      )}
      <PublicReleases {...releases} />
      {breakdown ? (
        <BreakdownSection breakdown={breakdown} communeNames={communeNames} map={map} />
      ) : null}
      <RevisionLog revisions={revisions} />
      <MethodSummary />
    </>
  );
}
