import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { seeLesson } from "~/domain/flows/see-lesson.server";
import { findDeskHousehold } from "~/domain/households/queries.server";
import { lessonOfSlug, lessonSlug } from "~/domain/training/lessons";
import { listSeenLessons } from "~/domain/training/queries-household.server";
import { privateMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useDesk } from "~/ui/households/use-desk";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { lessonPlace } from "~/ui/training/lesson-place";
import { LessonView } from "~/ui/training/lesson-view";
import { deskQuery, deskSlug } from "~/web/desk-address";
import { requirePermission, type DoorArgs } from "~/web/guard.server";
import { notFound, orNotFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  privateMeta(matches, siteOf(matches).t("lessons.title"));

const lessonOf = ({ params }: DoorArgs) => orNotFound(lessonOfSlug(params["lessonSlug"] ?? ""));

export async function loader(args: LoaderFunctionArgs) {
  const { scope } = await requirePermission(args, "household_desk.open");
  const household = orNotFound(await findDeskHousehold(scope, deskSlug(args)));
  const lesson = lessonOf(args);
  const seen = await listSeenLessons(scope, household.id);
  return { deskHouseholdId: household.id, lesson, isSeen: seen.includes(lesson) };
}

/** A household says that it has been through the lesson. */
export async function action(args: ActionFunctionArgs) {
  const { actor, scope } = await requirePermission(args, "training.attend");
  const household = orNotFound(await findDeskHousehold(scope, deskSlug(args)));
  const lesson = lessonOf(args);
  const seen = await seeLesson(actor, scope, { householdId: household.id, lesson });
  if (!seen.ok) throw notFound();
  return redirect(paths.householdLesson(lessonSlug(lesson), deskQuery(args)), 303);
}

export default function HouseholdLessonPage() {
  const { lesson, isSeen } = useLoaderData<typeof loader>();
  const t = useT();
  const { query, may } = useDesk();
  const own = paths.householdLesson(lessonSlug(lesson), query);
  return (
    <>
      <BackLink href={paths.householdLessons(query)} text={t("lessons.all")} />
      <LessonView
        lesson={lesson}
        place={lessonPlace(lesson, query)}
        hrefOf={(slug) => paths.householdLesson(slug, query)}
      >
        {isSeen ? <Notice tone="good" title={t("lessons.seenDone")} /> : null}
        {!isSeen && may("training.attend") ? (
          <form method="post" action={own} className="mt-3">
            <button className="button button-quiet w-full">{t("lessons.see")}</button>
          </form>
        ) : null}
      </LessonView>
    </>
  );
}
