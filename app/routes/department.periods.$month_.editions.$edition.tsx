import {
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readProvinceMap } from "~/domain/places/queries-maps.server";
import { readCommuneNames } from "~/domain/places/queries.server";
import { readCommuneLines } from "~/domain/statistics/queries-commune-sales.server";
import { findPeriod } from "~/domain/statistics/queries-periods.server";
import { formatMonth, isMonth } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { EditionBreakdowns } from "~/ui/periods/edition-breakdowns";
import { editionName } from "~/ui/periods/edition-name";
import { EditionFigures } from "~/ui/periods/edition-figures";
import { EditionProof } from "~/ui/periods/edition-proof";
import { EditionTimes, RevisionCauses } from "~/ui/periods/editions-list";
import { WorkProgress } from "~/ui/periods/work-progress";
import { Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { communeCodesOf } from "~/ui/statistics/breakdown-name";
import { mapCellsOf, mapFactsOf } from "~/ui/statistics/commune-map";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import { errorText } from "~/web/i18n";
import { paths } from "~/web/paths";
import { editionChecks } from "~/web/period-work.server";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => {
  const { t } = siteOf(matches);
  const month = formatMonth(page?.edition.month ?? "");
  const edition = editionName(t, page?.edition.edition ?? 1);
  return privateMeta(matches, t("periods.editionTitle", { edition, month }));
};

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/** `?check=` names a check that was begun. */
export async function loader(args: LoaderFunctionArgs) {
  const { language } = await requirePermission(args, "indicator.read");
  const month = args.params["month"] ?? "";
  if (!isMonth(month)) throw notFound();
  const { editions } = orNotFound(await findPeriod(month));
  const asked = editions.findIndex(({ edition }) => String(edition) === args.params["edition"]);
  const edition = orNotFound(editions[asked] ?? null);
  const askedCheck = new URL(args.request.url).searchParams.get("check");
  const own = editionChecks.find(askedCheck, `${month} ${edition.edition}`);
  const { cells } = edition.manifest.disclosed;
  const page = {
    edition,
    lines: await readCommuneLines(edition),
    map: mapFactsOf({ ...(await readProvinceMap()), cells: mapCellsOf(cells) }, language),
    before: editions[asked - 1]?.manifest.measured ?? null,
    communeNames: await readCommuneNames(communeCodesOf(cells)),
    faults: own?.outcome?.kind === "value" ? own.outcome.value : null,
    // What nobody remembers any more was cut off by a restart.
    isFailed: askedCheck !== null && (own === null || own.outcome?.kind === "failed"),
    check: own?.outcome === null ? { id: own.id, done: own.done } : null,
  };
  return data(page, { headers: page.check ? { Refresh: "2" } : {} });
}

export default function EditionPage() {
  const { edition, before, faults, isFailed, check, ...rest } = useLoaderData<typeof loader>();
  const t = useT();
  const { month, manifest } = edition;
  const name = editionName(t, edition.edition);
  return (
    <>
      <BackLink
        href={paths.period(month)}
        text={t("periods.periodTitle", { month: formatMonth(month) })}
      />
      <h1 className="text-3xl">
        {t("periods.editionTitle", { edition: name, month: formatMonth(month) })}
      </h1>
      <EditionTimes manifest={manifest} publishedAt={edition.publishedAt} />
      {manifest.revision ? <RevisionCauses revision={manifest.revision} /> : null}
      {isFailed ? <Refusal title={errorText(t, "work_failed")} /> : null}
      {check ? (
        <WorkProgress
          done={check.done}
          href={paths.edition(month, edition.edition, { check: check.id })}
        />
      ) : null}
      <EditionProof edition={edition} faults={faults} />
      <EditionFigures edition={edition} before={before} />
      <EditionBreakdowns edition={edition} {...rest} />
    </>
  );
}
