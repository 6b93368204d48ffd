import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readPublicRanking } from "~/domain/statistics/queries-ranking.server";
import { publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { EmptyState, Notice } from "~/ui/primitives/notice";
import { useLanguage, useSite, useT } from "~/ui/site";
import { RankingForm } from "~/ui/targets/ranking-form";
import { RankingView } from "~/ui/targets/ranking-view";
import { languageOf } from "~/web/guard.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches }) => {
  const { t } = siteOf(matches);
  return publicMeta(matches, {
    title: t("ranking.title"),
    description: t("ranking.metaDescription"),
    path: "/statistics/ranking",
  });
};

/** By published months and what everybody may see of each; nothing of what is only closed. */
export async function loader(args: LoaderFunctionArgs) {
  const query = new URL(args.request.url).searchParams;
  const ranking = await readPublicRanking({ year: query.get("year"), to: query.get("to") });
  if (!ranking && query.has("year")) throw redirect(paths.publicRanking(languageOf(args, null)));
  return { ranking };
}

export default function PublicRankingPage() {
  const { ranking } = useLoaderData<typeof loader>();
  const t = useT();
  const language = useLanguage();
  const { isDemo } = useSite();
  return (
    <>
      <BackLink href={paths.statistics(language)} text={t("statistics.title")} />
      <h1 className="text-3xl">{t("ranking.title")}</h1>
      <p className="mt-3 max-w-prose text-lg text-soft">{t("ranking.leadPublic")}</p>
      {isDemo ? <Notice tone="plain">{t("statistics.sampleNote")}</Notice> : null}
      {ranking ? (
        <PublishedRanking ranking={ranking} />
      ) : (
        <EmptyState title={t("periods.publicEmpty")}>
          <p>{t("periods.publicEmptyText")}</p>
        </EmptyState>
      )}
    </>
  );
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

function PublishedRanking({ ranking }: { ranking: NonNullable<Loaded["ranking"]> }) {
  const t = useT();
  const language = useLanguage();
  const { years, year, months, ranked, unranked, lineMonths } = ranking;
  const publishedAt = Math.max(...months.map((one) => one.publishedAt ?? 0));
  const to = months.at(-1)?.month ?? "";
  return (
    <>
      <RankingForm action={paths.publicRanking(language)} years={years} year={year} to={to} />
      <RankingView
        months={months}
        ranked={ranked}
        unranked={unranked}
        hasLines={lineMonths.length > 0}
        asOf={{ kind: "published", at: publishedAt }}
        csv={paths.publicRankingCsv(language, { year, to: to.slice(5) })}
      />
      <p className="mt-2 max-w-prose text-sm text-soft">{t("ranking.withheldNote")}</p>
    </>
  );
}
