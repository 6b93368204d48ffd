import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readClosedRanking } from "~/domain/statistics/queries-ranking.server";
import { now } from "~/platform/clock.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { EmptyState } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { RankingForm } from "~/ui/targets/ranking-form";
import { RankingView } from "~/ui/targets/ranking-view";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("ranking.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "indicator.read");
  const query = new URL(args.request.url).searchParams;
  const ranking = await readClosedRanking({ year: query.get("year"), to: query.get("to") });
  if (!ranking && query.has("year")) throw redirect(paths.communeRanking());
  return { ranking, asOf: now() };
}

export default function CommuneRankingPage() {
  const { ranking, asOf } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <BackLink href={paths.indicator()} text={t("department.indicatorTitle")} />
      <h1 className="text-3xl">{t("ranking.title")}</h1>
      <p className="mt-2 max-w-prose text-soft">
        {t("ranking.leadDepartment")}{" "}
        <a className="underline" href={paths.targets(ranking ? { year: ranking.year } : {})}>
          {t("targets.title")}
        </a>
      </p>
      {ranking ? (
        <ClosedRanking ranking={ranking} asOf={asOf} />
      ) : (
        <EmptyState title={t("ranking.noneClosed")}>
          <a className="button button-quiet" href={paths.periods()}>
            {t("periods.title")}
          </a>
        </EmptyState>
      )}
    </>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function ClosedRanking({
  ranking,
  asOf,
}: {
  ranking: NonNullable<Loaded["ranking"]>;
  asOf: number;
}) {
  const { years, year, months, ranked, unranked, lineMonths } = ranking;
  const to = months.at(-1)?.month ?? "";
  return (
    <>
      <RankingForm action={paths.communeRanking()} years={years} year={year} to={to} />
      <RankingView
        months={months}
        ranked={ranked}
        unranked={unranked}
        hasLines={lineMonths.length > 0}
        asOf={{ kind: "read", at: asOf }}
        csv={paths.communeRankingCsv({ year, to: to.slice(5) })}
      />
    </>
  );
}
