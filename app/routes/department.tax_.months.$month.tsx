import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listTaxMonth } from "~/domain/settlement/queries-tax-months.server";
import { now } from "~/platform/clock.server";
import { addMonths, formatMonth, isMonth, localDateOf, monthOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { readPage } from "~/ui/department/page-number";
import { BackLink } from "~/ui/households/back-link";
import { EmptyState } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { TaxMonthTable } from "~/ui/settlement/tax-month-table";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => {
  const month = page ? formatMonth(page.list.month) : "";
  return privateMeta(matches, siteOf(matches).t("tax.monthTitle", { month }));
};

/** What was kept back in a month, for the filing. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "tax.manage");
  const month = args.params["month"] ?? "";
  const thisMonth = monthOf(localDateOf(now()));
  if (!isMonth(month) || month > thisMonth) throw notFound();
  const page = readPage(new URL(args.request.url).searchParams);
  return { list: await listTaxMonth({ month, page }), hasNext: month < thisMonth };
}

export default function TaxMonthPage() {
  const { list, hasNext } = useLoaderData<typeof loader>();
  const t = useT();
  const { month, rows } = list;
  const others = [addMonths(month, -1), ...(hasNext ? [addMonths(month, 1)] : [])];
  return (
    <>
      <BackLink href={paths.departmentTax()} text={t("tax.title")} />
      <h1 className="text-3xl">{t("tax.monthTitle", { month: formatMonth(month) })}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("tax.monthLead")}</p>
      <p className="flex flex-wrap gap-x-6">
        {others.map((one) => (
          <a key={one} href={paths.taxMonth(one)} className="num inline-flex min-h-12 items-center">
            {t("tax.monthOf", { month: formatMonth(one) })}
          </a>
        ))}
      </p>
      {rows.length === 0 ? (
        <EmptyState title={t("tax.monthEmpty")} />
      ) : (
        <>
          <p className="mb-3">
            <a className="button button-quiet" href={paths.taxMonthCsv(month)} download>
              {t("tax.monthCsv")}
            </a>
          </p>
          <TaxMonthTable rows={rows} />
        </>
      )}
      <Pagination
        page={list.page}
        pageCount={list.pageCount}
        hrefOf={(page) => paths.taxMonth(month, { page })}
      />
    </>
  );
}
