import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { firstStatementMonth } from "~/domain/settlement/queries-statement.server";
import { now } from "~/platform/clock.server";
import { formatMonth, localDateOf, monthOf, monthsUntil } from "~/platform/period";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useDesk } from "~/ui/households/use-desk";
import { EmptyState } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

/** Books are kept for ten years (Accounting Law 88/2015, art. 41). */
const MONTHS_MAX = 120;

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("payouts.statementsTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "earnings.read");
  const slug = new URL(args.request.url).searchParams.get("household");
  const household = await findDeskHousehold(scope, slug);
  if (!household) throw slug === null ? redirect(paths.householdDesk()) : notFound();
  const first = await firstStatementMonth(household.id);
  const all = monthsUntil(monthOf(localDateOf(now())), MONTHS_MAX);
  const months = first === null ? [] : all.filter((month) => month >= first);
  return { deskHouseholdId: household.id, months: months.toReversed() };
}

export default function StatementsPage() {
  const { months } = useLoaderData<typeof loader>();
  const t = useT();
  const { query } = useDesk();
  return (
    <>
      <BackLink href={paths.earnings(query)} text={t("settlement.title")} />
      <h1 className="text-3xl">{t("payouts.statementsTitle")}</h1>
      <p className="mt-2 max-w-prose text-soft">{t("payouts.statementsLead")}</p>
      {months.length === 0 ? <EmptyState title={t("payouts.statementsEmpty")} /> : null}
      <ul className="mt-4 border-t border-line">
        {months.map((month) => (
          <li key={month} className="border-b border-line">
            <a
              href={paths.householdStatement(month, query)}
              className="num flex min-h-12 items-center py-2 text-lg font-semibold"
            >
              {t("payouts.statementOf", { month: formatMonth(month) })}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
