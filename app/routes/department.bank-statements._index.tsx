import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listStatements } from "~/domain/statements/queries-statements.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { readPage } from "~/ui/department/page-number";
import { EmptyState } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { MoneyNav } from "~/ui/settlement/money-nav";
import { useT } from "~/ui/site";
import { StatementList } from "~/ui/statements/statement-list";
import { requirePermission } from "~/web/guard.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("statements.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "bank_statement.import");
  return listStatements(readPage(new URL(args.request.url).searchParams));
}

export default function BankStatementsPage() {
  const { imports, importCount, page, pageCount } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <MoneyNav current="statements" />
      <h1 className="text-3xl">{t("statements.title")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("statements.lead")}</p>
      <p className="my-6">
        <a className="button button-main" href={paths.newBankStatement()}>
          {t("statements.add")}
        </a>
      </p>
      {imports.length === 0 ? (
        <EmptyState title={t("statements.empty")} />
      ) : (
        <>
          <p className="num mb-3 text-soft">{t("statements.count", { count: importCount })}</p>
          <StatementList imports={imports} />
        </>
      )}
      <Pagination
        page={page}
        pageCount={pageCount}
        hrefOf={(one) => paths.bankStatements({ page: one })}
      />
    </>
  );
}
