import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { labelCountOf } from "~/domain/catalog/label-sheet";
import { findOwnLot } from "~/domain/catalog/queries-own-lot.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { LabelSheet } from "~/ui/lots/label-sheet";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  privateMeta(matches, siteOf(matches).t("lots.labelsTitle", { code: page?.lot.code ?? "" }));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "lot.manage");
  const lot = await findOwnLot(scope, args.params["lotCode"] ?? "");
  if (!lot) throw notFound();
  const asked = new URL(args.request.url).searchParams.get("labels");
  return { deskHouseholdId: lot.householdId, lot, count: labelCountOf(asked) };
}

export default function LotLabelsRoute() {
  const { lot, count } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <div className="no-print">
        <BackLink href={paths.householdLot(lot.code)} text={t("lots.backToLot")} />
        <h1 className="text-3xl">{t("lots.labelsTitle", { code: lot.code })}</h1>
        {lot.state === "recalled" ? null : (
          <>
            <p className="mt-2 mb-4">{t("lots.labelsHelp")}</p>
            {lot.isPublic ? null : <Notice tone="plain" title={t("lots.notPublic")} />}
            <p className="mb-4">
              <a
                className="inline-flex min-h-12 items-center"
                href={paths.lotQr(lot.code)}
                download={`${lot.code}.svg`}
              >
                {t("lots.downloadQr")}
              </a>
            </p>
          </>
        )}
      </div>
      {lot.state === "recalled" ? (
        <Notice tone="attention" title={t("lots.labelsRecalled")} />
      ) : (
        <ScrollRegion label={t("lots.labelSheet")}>
          <LabelSheet lot={lot} count={count} />
        </ScrollRegion>
      )}
    </>
  );
}
