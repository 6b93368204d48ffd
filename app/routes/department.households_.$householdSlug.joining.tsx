import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findJoiningHousehold, loadChecklist } from "~/domain/joining/queries-checklists.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useMark } from "~/ui/in-language";
import { JoiningOutcome } from "~/ui/joining/joining-outcome";
import { OfficerChecklist } from "~/ui/joining/officer-checklist";
import { useT } from "~/ui/site";
import { requirePermission } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("joining.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requirePermission(args, "household.approve");
  const slug = args.params["householdSlug"] ?? "";
  const household = orNotFound(await findJoiningHousehold(slug));
  return {
    household,
    checklist: await loadChecklist(household.id),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export default function HouseholdJoiningPage() {
  const { household, checklist, done } = useLoaderData<typeof loader>();
  const t = useT();
  const mark = useMark();
  return (
    <div className="mx-auto max-w-3xl">
      <BackLink href={paths.approvals()} text={t("department.approvalsTitle")} />
      <h1 className="text-3xl">
        {t("joining.officerLinkNamed", { name: mark(household.name, "vi") })}
      </h1>
      <p className="mt-2 max-w-prose text-soft">{t("joining.officerLead")}</p>
      <JoiningOutcome done={done} problem={null} />
      <OfficerChecklist slug={household.slug} checklist={checklist} />
    </div>
  );
}
