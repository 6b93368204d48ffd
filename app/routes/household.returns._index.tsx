import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { listHouseholdReturns } from "~/domain/returns/queries-lists.server";
import { readReturnTab } from "~/domain/returns/return-tabs";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { StatusFilter } from "~/ui/department/status-filter";
import { useDesk } from "~/ui/households/use-desk";
import { readPage } from "~/ui/department/page-number";
import { ReturnList } from "~/ui/returns/return-list";
import { returnTabs } from "~/ui/returns/return-tabs";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";

import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("returns.title"));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "return.answer");
  const query = new URL(args.request.url).searchParams;
  const household = await findDeskHousehold(scope, query.get("household"));
  if (!household) throw notFound();
  const tab = readReturnTab(query.get("tab"));
  const params = { householdId: household.id, tab, page: readPage(query) };
  const requests = await listHouseholdReturns(scope, params);
  if (!requests) throw notFound();
  return { deskHouseholdId: household.id, tab, requests };
}

export default function HouseholdReturnsPage() {
  const { tab, requests } = useLoaderData<typeof loader>();
  const t = useT();
  const { query } = useDesk();
  const hrefOf = (one: string) => paths.householdReturns({ ...query, tab: one });
  return (
    <>
      <h1 className="text-3xl">{t("returns.title")}</h1>
      <StatusFilter options={returnTabs(t, { current: tab, hrefOf })} />
      <ReturnList
        requests={requests}
        empty={t(`returns.empty_${tab}`)}
        hrefOf={(request) => paths.householdReturn(request.code)}
        pageHrefOf={(page) => paths.householdReturns({ ...query, tab, page })}
      />
    </>
  );
}
