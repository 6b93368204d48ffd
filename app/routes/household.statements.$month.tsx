import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { loadStatement } from "~/domain/settlement/queries-statement.server";
import { now } from "~/platform/clock.server";
import { present } from "~/platform/invariant";
import { formatMonth, isMonth, localDateOf, monthOf } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useDesk } from "~/ui/households/use-desk";
import { StatementView } from "~/ui/settlement/statement-view";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page }) => {
  const month = page ? formatMonth(page.statement.month) : "";
  return privateMeta(matches, siteOf(matches).t("payouts.statementTitle", { month }));
};

/** One month of a household's money at the market, on the screen and on paper. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "earnings.read");
  const month = args.params["month"] ?? "";
  if (!isMonth(month) || month > monthOf(localDateOf(now()))) throw notFound();
  const slug = new URL(args.request.url).searchParams.get("household");
  const household = await findDeskHousehold(scope, slug);
  if (!household) throw slug === null ? redirect(paths.householdDesk()) : notFound();
  const statement = present(await loadStatement(household.id, month), "a household of the scope");
  return { deskHouseholdId: household.id, statement };
}

export default function StatementPage() {
  const { statement } = useLoaderData<typeof loader>();
  const t = useT();
  const { query } = useDesk();
  return (
    <>
      <div className="no-print">
        <BackLink href={paths.householdStatements(query)} text={t("payouts.statementsTitle")} />
      </div>
      <StatementView
        statement={statement}
        csvHref={paths.householdStatementCsv(statement.month, query)}
      />
    </>
  );
}
