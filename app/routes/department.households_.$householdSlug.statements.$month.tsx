import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findHouseholdId } from "~/domain/settlement/queries-payouts.server";
import { loadStatement } from "~/domain/settlement/queries-statement.server";
import { now } from "~/platform/clock.server";
import { present } from "~/platform/invariant";
import { addMonths, formatMonth, isMonth, localDateOf, monthOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { StatementView } from "~/ui/settlement/statement-view";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => {
  const month = page ? formatMonth(page.statement.month) : "";
  return privateMeta(matches, siteOf(matches).t("payouts.statementTitle", { month }));
};

/** The same statement that the household reads. */
export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "disbursement.manage");
  const month = args.params["month"] ?? "";
  const thisMonth = monthOf(localDateOf(now()));
  const id = await findHouseholdId(args.params["householdSlug"] ?? "");
  if (id === null || !isMonth(month) || month > thisMonth) throw notFound();
  const statement = present(await loadStatement(id, month), "a household that was found");
  return { statement, hasNext: month < thisMonth };
}

export default function DepartmentStatementPage() {
  const { statement, hasNext } = useLoaderData<typeof loader>();
  const t = useT();
  const { month, householdSlug } = statement;
  const others = [addMonths(month, -1), ...(hasNext ? [addMonths(month, 1)] : [])];
  return (
    <div className="mx-auto max-w-3xl">
      <div className="no-print">
        <BackLink href={paths.payouts()} text={t("payouts.deskTitle")} />
        <p className="flex gap-6">
          {others.map((one) => (
            <a
              key={one}
              href={paths.departmentStatement(householdSlug, one)}
              className="num inline-flex min-h-12 items-center"
            >
              {t("payouts.statementOf", { month: formatMonth(one) })}
            </a>
          ))}
        </p>
      </div>
      <StatementView
        statement={statement}
        csvHref={paths.departmentStatementCsv(householdSlug, month)}
      />
    </div>
  );
}
