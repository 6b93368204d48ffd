import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listDelegatedHouseholds } from "~/domain/households/queries-delegated.server";
import { listCommuneTargets } from "~/domain/households/queries-commune-targets.server";
import { listHelpedCommunes } from "~/domain/households/queries-helped-communes.server";
import { findHelperTarget } from "~/domain/households/queries-helpers.server";
import { listUnaskedHouseholds } from "~/domain/households/queries-registered.server";
import { loadProgress } from "~/domain/joining/queries-checklists.server";
import { listAskedConsents } from "~/domain/households/queries-delegations.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { AskedConsents } from "~/ui/helpers/asked-consents";
import { CommuneTargets } from "~/ui/helpers/commune-targets";
import { TargetLine } from "~/ui/helpers/target-line";
import { HelpTally } from "~/ui/helpers/help-tally";
import { UnaskedList } from "~/ui/helpers/unasked-list";
import { DelegatedList } from "~/ui/households/delegated-list";
import { EmptyState, Notice, Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { renewalPath } from "~/web/helped-link.server";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("households.agentTitle"));

export async function loader(args: LoaderFunctionArgs) {
  const { user, scope } = await requirePermission(args, "agent_desk.open");
  const query = new URL(args.request.url).searchParams;
  const households = await listDelegatedHouseholds(scope, user.id);
  const communes = await listHelpedCommunes(user.id);
  const pending = households.filter(({ status }) => status === "pending");
  const progress = await loadProgress(pending.map(({ id }) => id));
  const unasked = await listUnaskedHouseholds(user.id);
  const withRenewal = <One extends { slug: string }>(one: One) => ({
    ...one,
    renewal: renewalPath(user.id, one.slug),
  });
  return {
    households: households.map((one) => ({
      ...withRenewal(one),
      joining: progress.get(one.id) ?? null,
    })),
    unasked: unasked.map(withRenewal),
    target: await findHelperTarget(user.id),
    communeTargets: await listCommuneTargets(communes.map(({ code }) => code)),
    asked: await listAskedConsents(user.id),
    isRefused: query.get("problem") === "no_consent",
    isEnded: query.get("done") === "ended",
  };
}

export default function AgentDeskPage() {
  const { households, unasked, target, communeTargets, asked, isRefused, isEnded } =
    useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <h1 className="text-3xl">{t("households.agentTitle")}</h1>
      {isRefused ? (
        <Refusal title={t("helpers.noConsent")}>
          <p>{t("helpers.noConsentText")}</p>
        </Refusal>
      ) : null}
      {isEnded ? <Notice tone="good" title={t("helpers.agentEndDone")} /> : null}
      {households.length === 0 ? (
        <EmptyState title={t("households.agentEmpty")}>
          <p>{t("households.agentEmptyText")}</p>
        </EmptyState>
      ) : (
        <HelpTally households={households} />
      )}
      {target === null ? null : (
        <section aria-labelledby="target" className="mt-4">
          <h2 id="target" className="text-xl">
            {t("helpers.targetOwn")}
          </h2>
          <p>
            <TargetLine target={target} />
          </p>
          <p className="text-sm text-soft">{t("helpers.targetCounted")}</p>
        </section>
      )}
      {communeTargets.length === 0 ? null : (
        <section aria-labelledby="commune-targets" className="mt-4">
          <h2 id="commune-targets" className="text-xl">
            {t("helpers.communeTargets")}
          </h2>
          <CommuneTargets targets={communeTargets} />
        </section>
      )}
      <AskedConsents asked={asked} />
      <p className="mt-6">
        <a className="button button-quiet w-full" href={paths.helpedSearch()}>
          {t("helpers.agentFind")}
        </a>
      </p>
      <UnaskedList households={unasked} />
      <DelegatedList households={households} />
    </>
  );
}
