import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readContractTab } from "~/domain/contracts/contract-status";
import { listHouseholdContracts } from "~/domain/contracts/queries-lists.server";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { ContractList, contractTabs } from "~/ui/contracts/contract-list";
import { readPage } from "~/ui/department/page-number";
import { StatusFilter } from "~/ui/department/status-filter";
import { useDesk } from "~/ui/households/use-desk";
import { EmptyState } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("contracts.title"));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "contract.answer");
  const query = new URL(args.request.url).searchParams;
  const household = await findDeskHousehold(scope, query.get("household"));
  if (!household) throw notFound();
  const tab = readContractTab(query.get("tab"));
  const params = { householdId: household.id, tab, page: readPage(query) };
  const found = await listHouseholdContracts(scope, params);
  if (!found) throw notFound();
  return { deskHouseholdId: household.id, tab, ...found };
}

export default function HouseholdContractsPage() {
  const { tab, contracts, page, pageCount } = useLoaderData<typeof loader>();
  const t = useT();
  const { query } = useDesk();
  const hrefOf = (one: string) => paths.householdContracts({ ...query, tab: one });
  return (
    <>
      <h1 className="text-3xl">{t("contracts.title")}</h1>
      <StatusFilter options={contractTabs(t, { desk: "household", current: tab, hrefOf })} />
      {contracts.length === 0 ? <EmptyState title={t(`contracts.empty_${tab}`)} /> : null}
      <ContractList
        contracts={contracts.map((one) => ({ ...one, href: paths.householdContract(one.code) }))}
        shows="buyer"
      />
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefOf={(one) => paths.householdContracts({ ...query, tab, page: one })}
      />
    </>
  );
}
