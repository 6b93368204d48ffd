import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findContract } from "~/domain/contracts/queries.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { PrintedContract } from "~/ui/contracts/printed-contract";
import { BackLink } from "~/ui/households/back-link";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => {
  const code = page?.code ?? "";
  return privateMeta(matches, siteOf(matches).t("contracts.contractTitle", { code }));
};

/** The household's copy on paper. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "contract.answer");
  const contract = await findContract(args.params["contractCode"] ?? "", scope);
  if (!contract?.version) throw notFound();
  const { code, householdId, status, version } = contract;
  return { deskHouseholdId: householdId, code, status, version };
}

export default function HouseholdContractPrintPage() {
  const { code, status, version } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <div className="no-print">
        <BackLink
          href={paths.householdContract(code)}
          text={t("contracts.contractTitle", { code })}
        />
        <p className="mb-4 text-soft">{t("orders.printHint")}</p>
      </div>
      <PrintedContract code={code} status={status} version={version} />
    </>
  );
}
