import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findContract } from "~/domain/contracts/queries.server";
import { ALL_ROWS } from "~/domain/identity/scope";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { PrintedContract } from "~/ui/contracts/printed-contract";
import { BackLink } from "~/ui/households/back-link";
import { useLanguage, useT } from "~/ui/site";
import { contractOf } from "~/web/link-key.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => {
  const code = page?.code ?? "";
  return privateMeta(matches, siteOf(matches).t("contracts.contractTitle", { code }));
};

export const headers: HeadersFunction = () => ({
  "Referrer-Policy": "same-origin",
  "Cache-Control": "private, no-store",
});

/** The buyer's copy on paper. */
export async function loader(args: LoaderFunctionArgs) {
  const { code, key } = await contractOf(args);
  const contract = await findContract(code, ALL_ROWS);
  if (!contract?.version) throw notFound();
  const { status, version } = contract;
  return { code, key, status, version };
}

export default function PrintedContractPage() {
  const { code, key, status, version } = useLoaderData<typeof loader>();
  const t = useT();
  const language = useLanguage();
  return (
    <div className="mx-auto max-w-3xl">
      <div className="no-print">
        <BackLink
          href={paths.contract(language, { code, key })}
          text={t("contracts.contractTitle", { code })}
        />
        <p className="mb-4 text-soft">{t("orders.printHint")}</p>
      </div>
      <PrintedContract code={code} status={status} version={version} />
    </div>
  );
}
