import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listHouseholdDelegations } from "~/domain/households/queries-delegations.server";
import { listHelpedActs } from "~/domain/households/queries-helped-acts.server";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { HelpedActs } from "~/ui/helpers/helped-acts";
import { HouseholdDelegations } from "~/ui/helpers/household-delegations";
import { BackLink } from "~/ui/households/back-link";
import { useDesk } from "~/ui/households/use-desk";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { deskSlug } from "~/web/desk-address";
import { requirePermission } from "~/web/guard.server";
import { pageOf } from "~/web/page-number";
import { orNotFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("helpers.householdTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const entry = await requirePermission(args, "delegation.end");
  const { id: householdId } = orNotFound(await findDeskHousehold(entry.scope, deskSlug(args)));
  const query = new URL(args.request.url).searchParams;
  const page = pageOf(query.get("page"));
  return {
    deskHouseholdId: householdId,
    delegations: await listHouseholdDelegations(entry.scope, householdId),
    helped: await listHelpedActs(entry.scope, { householdId, page }),
    isEnded: query.get("done") === "ended",
  };
}

export default function HouseholdHelpersPage() {
  const { delegations, helped, isEnded } = useLoaderData<typeof loader>();
  const t = useT();
  const { query } = useDesk();
  return (
    <>
      <BackLink href={paths.householdDesk(query)} text={t("households.todayTitle")} />
      <h1 className="text-3xl">{t("helpers.householdTitle")}</h1>
      <p className="mt-2 text-soft">{t("helpers.householdIntro")}</p>
      <p>
        <a className="inline-flex min-h-12 items-center underline" href={paths.entryCodes(query)}>
          {t("entry.householdTitle")}
        </a>
      </p>
      {isEnded ? <Notice tone="good" title={t("helpers.endDone")} /> : null}
      <HouseholdDelegations delegations={delegations} />
      <HelpedActs helped={helped} hrefOf={(page) => paths.householdHelpers({ ...query, page })} />
    </>
  );
}
