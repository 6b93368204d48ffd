import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { listSeenLessons } from "~/domain/training/queries-household.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { useDesk } from "~/ui/households/use-desk";
import { useT } from "~/ui/site";
import { LessonList } from "~/ui/training/lesson-list";
import { deskSlug } from "~/web/desk-address";
import { requirePermission } from "~/web/guard.server";
import { orNotFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("lessons.title"));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "household_desk.open");
  const household = orNotFound(await findDeskHousehold(scope, deskSlug(args)));
  return {
    deskHouseholdId: household.id,
    seen: await listSeenLessons(scope, household.id),
  };
}

export default function HouseholdLessonsPage() {
  const { seen } = useLoaderData<typeof loader>();
  const t = useT();
  const { query } = useDesk();
  return (
    <>
      <h1 className="text-3xl">{t("lessons.title")}</h1>
      <p className="mt-2 text-soft">{t("lessons.lead")}</p>
      <LessonList hrefOf={(slug) => paths.householdLesson(slug, query)} seen={seen} />
    </>
  );
}
