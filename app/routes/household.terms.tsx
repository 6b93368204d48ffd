import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { findHouseholdTerms } from "~/domain/joining/queries-terms.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { useT } from "~/ui/site";
import { HouseholdTermsView } from "~/ui/terms/household-terms";
import { TermsOutcome } from "~/ui/terms/terms-outcome";
import { deskSlug } from "~/web/desk-address";
import { requirePermission } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("terms.title"));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "household_desk.open");
  const household = orNotFound(await findDeskHousehold(scope, deskSlug(args)));
  const query = new URL(args.request.url).searchParams;
  return {
    deskHouseholdId: household.id,
    terms: await findHouseholdTerms(household.id),
    done: query.get("done"),
    problem: query.get("problem"),
  };
}

export default function HouseholdTermsPage() {
  const { terms, done, problem } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <h1 className="text-3xl">{t("terms.title")}</h1>
      <TermsOutcome done={done} problem={problem} />
      <HouseholdTermsView terms={terms} />
    </>
  );
}
