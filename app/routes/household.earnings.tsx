import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { householdPayout } from "~/domain/settlement/queries-payouts.server";
import { loadHouseholdYear } from "~/domain/settlement/queries-tax-years.server";
import { householdEarnings } from "~/domain/settlement/queries.server";
import { sumTakings } from "~/domain/stalls/queries.server";
import { present } from "~/platform/invariant";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { EarningsList, Purse } from "~/ui/households/earnings-view";
import { useDesk } from "~/ui/households/use-desk";
import { EmptyState } from "~/ui/primitives/notice";
import { Pagination } from "~/ui/primitives/pagination";
import { PayoutPurse } from "~/ui/settlement/payout-purse";
import { YearRevenue } from "~/ui/settlement/year-revenue";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { notFound } from "~/web/http-errors";
import { pageOf } from "~/web/page-number";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("settlement.title"));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "earnings.read");
  const { searchParams } = new URL(args.request.url);
  const slug = searchParams.get("household");
  const household = await findDeskHousehold(scope, slug);
  if (!household) throw slug === null ? redirect(paths.householdDesk()) : notFound();
  const page = pageOf(searchParams.get("page"));
  const earnings = await householdEarnings(scope, household.id, page);
  const year = await loadHouseholdYear(household.id);
  return {
    deskHouseholdId: household.id,
    earnings: present(earnings, "a household in the scope has a purse"),
    payout: await householdPayout(household.id),
    year,
    stallVnd: year === null ? 0 : await sumTakings(household.id, year.year),
  };
}

export default function EarningsPage() {
  const { earnings, payout, year, stallVnd } = useLoaderData<typeof loader>();
  const t = useT();
  const { query } = useDesk();
  return (
    <>
      <h1 className="text-3xl">{t("settlement.title")}</h1>
      <Purse earnings={earnings} />
      <PayoutPurse payout={payout} query={query} />
      {year === null ? null : <YearRevenue year={year} stallVnd={stallVnd} />}
      <section className="mt-6">
        <h2 className="text-xl">{t("settlement.entries")}</h2>
        <p className="text-soft">{t("settlement.ledgerNote")}</p>
        {earnings.entries.length === 0 ? (
          <EmptyState title={t("settlement.entriesEmpty")} />
        ) : (
          <EarningsList entries={earnings.entries} />
        )}
        <Pagination
          page={earnings.page}
          pageCount={earnings.pageCount}
          hrefOf={(page) => paths.earnings({ ...query, page })}
        />
      </section>
    </>
  );
}
