import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findDeskHousehold } from "~/domain/households/queries.server";
import {
  listAttendedSessions,
  listComingSessions,
} from "~/domain/training/queries-household.server";
import { readSessionCode } from "~/domain/training/session-code";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { useDesk } from "~/ui/households/use-desk";
import { Refusal } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { SessionCodeForm } from "~/ui/training/session-code-form";
import { SessionList } from "~/ui/training/session-list";
import { deskQuery, deskSlug } from "~/web/desk-address";
import { requirePermission } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import { errorText } from "~/web/i18n";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("training.title"));

/** A code that was typed leads to its session. */
export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "household_desk.open");
  const household = orNotFound(await findDeskHousehold(scope, deskSlug(args)));
  const query = new URL(args.request.url).searchParams;
  const typed = query.get("code")?.trim() ?? "";
  const code = readSessionCode(typed);
  if (code !== null) throw redirect(paths.trainingByCode(code, deskQuery(args)), 303);
  return {
    deskHouseholdId: household.id,
    typed: typed.slice(0, 200),
    problem: typed === "" ? query.get("problem") : "training_not_found",
    coming: await listComingSessions(scope, household.id),
    attended: await listAttendedSessions(scope, household.id),
  };
}

export default function HouseholdTrainingPage() {
  const { typed, problem, coming, attended } = useLoaderData<typeof loader>();
  const t = useT();
  const { query, may } = useDesk();
  return (
    <>
      <h1 className="text-3xl">{t("training.title")}</h1>
      {problem === null ? null : <Refusal title={errorText(t, problem)} />}
      {may("training.attend") ? (
        <SessionCodeForm
          action={paths.householdTraining()}
          typed={typed}
          household={query.household}
        />
      ) : null}
      <h2 className="mt-6 text-2xl">{t("training.deskComing")}</h2>
      <p className="text-soft">
        {t(coming.length === 0 ? "training.deskComingEmpty" : "training.deskLead")}
      </p>
      <SessionList sessions={coming} />
      {attended.length === 0 ? null : (
        <>
          <h2 className="mt-8 text-2xl">{t("training.deskAttended")}</h2>
          <SessionList sessions={attended} />
        </>
      )}
      <p className="mt-6">
        <a className="button button-quiet w-full" href={paths.householdLessons(query)}>
          {t("lessons.title")}
        </a>
      </p>
    </>
  );
}
