import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listReturns } from "~/domain/returns/queries-lists.server";
import { ANSWER_WITHIN_DAYS } from "~/domain/returns/return-status";
import { readReturnTab } from "~/domain/returns/return-tabs";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { StatusFilter } from "~/ui/department/status-filter";
import { readPage } from "~/ui/department/page-number";
import { ReturnList } from "~/ui/returns/return-list";
import { returnTabs } from "~/ui/returns/return-tabs";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";

import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("returns.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "return.decide");
  const query = new URL(args.request.url).searchParams;
  const tab = readReturnTab(query.get("tab"));
  return { tab, requests: await listReturns({ tab, page: readPage(query) }) };
}

export default function DepartmentReturnsPage() {
  const { tab, requests } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <h1 className="text-3xl">{t("returns.title")}</h1>
      <p className="mt-2 max-w-prose text-soft">
        {t("returns.departmentLead", { answerDays: ANSWER_WITHIN_DAYS })}
      </p>
      <StatusFilter
        options={returnTabs(t, {
          current: tab,
          hrefOf: (one) => paths.departmentReturns({ tab: one }),
        })}
      />
      <ReturnList
        requests={requests}
        empty={t(`returns.emptyDepartment_${tab}`)}
        hrefOf={(request) => paths.departmentReturn(request.code)}
        pageHrefOf={(page) => paths.departmentReturns({ tab, page })}
      />
    </>
  );
}
