import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readCommuneNames } from "~/domain/places/queries.server";
import { checkEdition } from "~/domain/statistics/check-edition.server";
import { findPeriod } from "~/domain/statistics/queries-periods.server";
import { formatMonth, isMonth } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { EditionBreakdowns } from "~/ui/periods/edition-breakdowns";
import { editionName } from "~/ui/periods/edition-name";
import { EditionFigures } from "~/ui/periods/edition-figures";
import { EditionProof } from "~/ui/periods/edition-proof";
import { EditionTimes, RevisionCauses } from "~/ui/periods/editions-list";
import { useT } from "~/ui/site";
import { communeCodesOf } from "~/ui/statistics/breakdown-name";
import { requirePermission } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => {
  const { t } = siteOf(matches);
  const month = formatMonth(page?.edition.month ?? "");
  const edition = editionName(t, page?.edition.edition ?? 1);
  return privateMeta(matches, t("periods.editionTitle", { edition, month }));
};

/** `?check=1` reads every byte of it again. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "indicator.read");
  const month = args.params["month"] ?? "";
  if (!isMonth(month)) throw notFound();
  const { editions } = orNotFound(await findPeriod(month));
  const asked = editions.findIndex(({ edition }) => String(edition) === args.params["edition"]);
  const edition = orNotFound(editions[asked] ?? null);
  const isChecked = new URL(args.request.url).searchParams.get("check") === "1";
  return {
    edition,
    before: editions[asked - 1]?.manifest.measured ?? null,
    communeNames: await readCommuneNames(communeCodesOf(edition.manifest.disclosed.cells)),
    faults: isChecked ? await checkEdition(month, edition.edition) : null,
  };
}

export default function EditionPage() {
  const { edition, before, communeNames, faults } = useLoaderData<typeof loader>();
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
      <EditionProof edition={edition} faults={faults} />
      <EditionFigures edition={edition} before={before} />
      <EditionBreakdowns edition={edition} communeNames={communeNames} />
    </>
  );
}
