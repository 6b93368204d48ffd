import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listHouseholdYears } from "~/domain/settlement/queries-tax-years.server";
import { yearOf } from "~/domain/settlement/tax-threshold";
import { now } from "~/platform/clock.server";
import { formatVnd } from "~/platform/money";
import { localDateOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { readPage } from "~/ui/department/page-number";
import { BackLink } from "~/ui/households/back-link";
import { EmptyState } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { TaxYearTable } from "~/ui/settlement/tax-year-table";
import { useLanguage, useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) =>
  privateMeta(matches, siteOf(matches).t("tax.yearsTitle", { year: page?.list.year ?? "" }));

/** Which households come near the revenue above which they are taxed. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "tax.manage");
  const year = Number(args.params["year"]);
  const thisYear = yearOf(localDateOf(now()));
  if (!Number.isInteger(year) || year < 2000 || year > thisYear) throw notFound();
  const page = readPage(new URL(args.request.url).searchParams);
  return { list: await listHouseholdYears({ year, page }), hasNext: year < thisYear };
}

export default function TaxYearPage() {
  const { list, hasNext } = useLoaderData<typeof loader>();
  const t = useT();
  const language = useLanguage();
  const { year, rows, thresholdVnd } = list;
  const others = [year - 1, ...(hasNext ? [year + 1] : [])];
  return (
    <>
      <BackLink href={paths.departmentTax()} text={t("tax.title")} />
      <h1 className="text-3xl">{t("tax.yearsTitle", { year })}</h1>
      <p className="mt-2 max-w-prose text-soft">
        {thresholdVnd === null
          ? t("tax.yearsLeadNone")
          : t("tax.yearsLead", { amount: formatVnd(thresholdVnd, language) })}
      </p>
      <p className="flex flex-wrap gap-x-6">
        {others.map((one) => (
          <a key={one} href={paths.taxYear(one)} className="num inline-flex min-h-12 items-center">
            {t("tax.yearOf", { year: one })}
          </a>
        ))}
      </p>
      {rows.length === 0 ? (
        <EmptyState title={t("tax.yearsEmpty")} />
      ) : (
        <TaxYearTable rows={rows} />
      )}
      <Pagination
        page={list.page}
        pageCount={list.pageCount}
        hrefOf={(page) => paths.taxYear(year, { page })}
      />
    </>
  );
}
