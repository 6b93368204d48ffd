import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  DISBURSEMENT_STATUSES,
  type DisbursementStatus,
} from "~/domain/settlement/disbursement-status";
import {
  countDisbursements,
  listDisbursements,
} from "~/domain/settlement/queries-disbursements.server";
import { formatVnd } from "~/platform/money";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { readPage } from "~/ui/department/page-number";
import { StatusFilter } from "~/ui/department/status-filter";
import { EmptyState } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { DisbursementList } from "~/ui/settlement/disbursement-list";
import { MoneyNav } from "~/ui/settlement/money-nav";
import { useLanguage, useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("money.disbursementsTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "disbursement.manage");
  const query = new URL(args.request.url).searchParams;
  const asked = query.get("status");
  // What needs a person first: to approve, then to send.
  const first: DisbursementStatus =
    (await countDisbursements("prepared")) > 0 ? "prepared" : "approved";
  const status =
    asked === "all" ? null : (DISBURSEMENT_STATUSES.find((one) => one === asked) ?? first);
  return { status, list: await listDisbursements({ status, page: readPage(query) }) };
}

export default function DisbursementsPage() {
  const { status, list } = useLoaderData<typeof loader>();
  const t = useT();
  const language = useLanguage();
  const options = [...DISBURSEMENT_STATUSES, null].map((one) => ({
    href: paths.disbursements({ status: one ?? "all" }),
    text: one === null ? t("department.filterAll") : t(`money.disbursement_${one}`),
    isCurrent: one === status,
  }));
  return (
    <>
      <MoneyNav current="disbursements" />
      <h1 className="text-3xl">{t("money.disbursementsTitle")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("money.disbursementsLead")}</p>
      <StatusFilter options={options} />
      {list.disbursements.length === 0 ? (
        <EmptyState title={t("money.disbursementsEmpty")}>
          <a className="button button-quiet" href={paths.refunds()}>
            {t("department.refundsTitle")}
          </a>
        </EmptyState>
      ) : (
        <>
          <p className="num mt-4 mb-3 text-lg font-semibold">
            {t("money.disbursementsCount", {
              count: list.disbursementCount,
              total: formatVnd(list.totalVnd, language),
            })}
          </p>
          <DisbursementList disbursements={list.disbursements} />
        </>
      )}
      <Pagination
        page={list.page}
        pageCount={list.pageCount}
        hrefOf={(page) => paths.disbursements({ status: status ?? "all", page })}
      />
    </>
  );
}
