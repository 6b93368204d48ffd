import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findContract } from "~/domain/contracts/queries.server";
import { LogLink } from "~/ui/audit/log-link";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { ContractCase } from "~/ui/contracts/contract-case";
import { ContractDocumentSection } from "~/ui/contracts/contract-document-section";
import { ContractOrders, ContractThread } from "~/ui/contracts/contract-thread";
import { BackLink } from "~/ui/households/back-link";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => {
  const code = page?.contract.code ?? "";
  return privateMeta(matches, siteOf(matches).t("contracts.contractTitle", { code }));
};

/** The department looks on: a contract is between its two parties. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "contract.read");
  const contract = await findContract(args.params["contractCode"] ?? "", scope);
  if (!contract) throw notFound();
  return { contract };
}

export default function DepartmentContractPage() {
  const { contract } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <div className="max-w-2xl">
      <BackLink href={paths.departmentContracts()} text={t("contracts.title")} />
      <h1 className="num text-3xl">{t("contracts.contractTitle", { code: contract.code })}</h1>
      <ContractCase contract={contract} />
      <ContractDocumentSection
        contract={contract}
        printHref={null}
        textHref={null}
        isOpen={false}
      />
      <ContractOrders contract={contract} hrefOf={null} />
      <ContractThread contract={contract} />
      <LogLink kind="contract" subject={contract.code} />
    </div>
  );
}
