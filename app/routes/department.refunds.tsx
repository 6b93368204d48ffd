import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listRefundsDue } from "~/domain/settlement/queries-refunds.server";
import { formatVnd } from "~/platform/money";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { readPage } from "~/ui/department/page-number";
import { RefundsTable } from "~/ui/department/refunds-table";
import { EmptyState } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { MoneyNav } from "~/ui/settlement/money-nav";
import { useLanguage, useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("department.refundsTitle"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "bank_transaction.read");
  return listRefundsDue(readPage(new URL(args.request.url).searchParams));
}

export default function RefundsPage() {
  const { refunds, refundCount, totalVnd, page, pageCount } = useLoaderData<typeof loader>();
  const t = useT();
  const language = useLanguage();
  return (
    <>
      <MoneyNav current="refunds" />
      <h1 className="text-3xl">{t("department.refundsTitle")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("department.refundsLead")}</p>
      {refunds.length === 0 ? (
        <EmptyState title={t("department.refundsEmpty")} />
      ) : (
        <>
          <p className="num mt-4 mb-3 text-lg font-semibold">
            {t("department.refundsCount", {
              count: refundCount,
              total: formatVnd(totalVnd, language),
            })}
          </p>
          <RefundsTable refunds={refunds} />
        </>
      )}
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefOf={(one) => paths.refunds({ page: one })}
      />
    </>
  );
}
