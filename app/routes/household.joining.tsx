import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { loadChecklist } from "~/domain/joining/queries-checklists.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { HouseholdChecklist } from "~/ui/joining/household-checklist";
import { JoiningOutcome } from "~/ui/joining/joining-outcome";
import { useT } from "~/ui/site";
import { LessonLink } from "~/ui/training/lesson-link";
import { deskSlug } from "~/web/desk-address";
import { requirePermission } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("joining.title"));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "profile.edit");
  const household = orNotFound(await findDeskHousehold(scope, deskSlug(args)));
  const query = new URL(args.request.url).searchParams;
  return {
    deskHouseholdId: household.id,
    checklist: await loadChecklist(household.id),
    done: query.get("done"),
  };
}

export default function JoiningPage() {
  const { checklist, done } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <h1 className="text-3xl">{t("joining.title")}</h1>
      <LessonLink lesson="papers" />
      <p className="mt-2 max-w-prose text-soft">{t("joining.lead")}</p>
      <JoiningOutcome done={done} problem={null} />
      <HouseholdChecklist checklist={checklist} />
    </>
  );
}
