import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readContractTab } from "~/domain/contracts/contract-status";
import { listContracts } from "~/domain/contracts/queries-lists.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { ContractList, contractTabs } from "~/ui/contracts/contract-list";
import { readPage } from "~/ui/department/page-number";
import { StatusFilter } from "~/ui/department/status-filter";
import { EmptyState } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("contracts.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "contract.read");
  const query = new URL(args.request.url).searchParams;
  const tab = readContractTab(query.get("tab"));
  return { tab, ...(await listContracts({ tab, page: readPage(query) })) };
}

export default function DepartmentContractsPage() {
  const { tab, contracts, page, pageCount } = useLoaderData<typeof loader>();
  const t = useT();
  const hrefOf = (one: string) => paths.departmentContracts({ tab: one });
  return (
    <>
      <h1 className="text-3xl">{t("contracts.title")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("contracts.departmentLead")}</p>
      <StatusFilter options={contractTabs(t, { desk: "department", current: tab, hrefOf })} />
      {contracts.length === 0 ? <EmptyState title={t("contracts.emptyDepartment")} /> : null}
      <ContractList
        contracts={contracts.map((one) => ({ ...one, href: paths.departmentContract(one.code) }))}
        shows="both"
      />
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefOf={(one) => paths.departmentContracts({ tab, page: one })}
      />
    </>
  );
}
