import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findPublicMonths } from "~/domain/statistics/queries-published.server";
import { publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { ApiGuide } from "~/ui/opendata/api-guide";
import { CodeTables } from "~/ui/opendata/code-tables";
import { DataDownloads } from "~/ui/opendata/data-downloads";
import { DataTerms } from "~/ui/opendata/data-terms";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useSite, useT } from "~/ui/site";
import { originOf } from "~/web/origin.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches }) => {
  const { t } = siteOf(matches);
  return publicMeta(matches, {
    title: t("opendata.title"),
    description: t("opendata.metaDescription"),
    path: "/statistics/data",
  });
};

/** For people: what data there are, under what terms, and what the codes mean. */
export async function loader({ request }: LoaderFunctionArgs) {
  return { isEmpty: (await findPublicMonths()) === null, origin: originOf(request) };
}

export default function OpenDataPage() {
  const { isEmpty, origin } = useLoaderData<typeof loader>();
  const t = useT();
  const language = useLanguage();
  const { isDemo } = useSite();
  return (
    <>
      <BackLink href={paths.statistics(language)} text={t("opendata.statisticsLink")} />
      <h1 className="text-3xl">{t("opendata.title")}</h1>
      <p className="mt-3 max-w-prose text-lg text-soft">{t("opendata.lead")}</p>
      {isDemo ? <Notice tone="plain">{t("statistics.sampleNote")}</Notice> : null}
      {isEmpty ? <Notice tone="plain">{t("opendata.empty")}</Notice> : null}
      <DataDownloads />
      <DataTerms />
      <CodeTables />
      <ApiGuide origin={origin} />
    </>
  );
}
