import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findProvince, readCommuneNames } from "~/domain/places/queries.server";
import { methodUsesOf } from "~/domain/statistics/method-versions";
import { readChannelMonth } from "~/domain/statistics/queries-channels.server";
import { readMonthlyReport } from "~/domain/statistics/queries-report.server";
import { settings } from "~/platform/env.server";
import { formatMonth, isMonth } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { editionName } from "~/ui/periods/edition-name";
import { ReportPaper } from "~/ui/report/report-paper";
import { PieceLanguage, useT } from "~/ui/site";
import { communeCodesOf } from "~/ui/statistics/breakdown-name";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => {
  const month = formatMonth(page?.edition.month ?? "");
  return privateMeta(matches, siteOf(matches).t("report.pageTitle", { month }));
};

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "indicator.read");
  const month = args.params["month"] ?? "";
  if (!isMonth(month)) throw notFound();
  const report = orNotFound(await readMonthlyReport(month, args.params["edition"]));
  const { edition, months, methods } = report;
  const { disclosed } = edition.manifest;
  return {
    edition,
    months,
    methods: methodUsesOf(methods),
    channels: await readChannelMonth(month),
    communeNames: await readCommuneNames(communeCodesOf(disclosed.cells)),
    province: (await findProvince(settings().PROVINCE))?.name ?? "",
  };
}

/** The month on one sheet to sign: a Vietnamese document in each language of the desk. */
export default function MonthlyReportPage() {
  const report = useLoaderData<typeof loader>();
  const t = useT();
  const { month, edition } = report.edition;
  return (
    <>
      <div className="no-print">
        <BackLink href={paths.edition(month, edition)} text={editionName(t, edition)} />
        <h1 className="text-3xl">{t("report.pageTitle", { month: formatMonth(month) })}</h1>
        <p className="mt-2 max-w-prose">{t("report.printHint")}</p>
        <p className="mt-2 mb-6 max-w-prose text-soft">{t("report.publicOnly")}</p>
      </div>
      <PieceLanguage.Provider value="vi">
        <ReportPaper report={report} />
      </PieceLanguage.Provider>
    </>
  );
}
