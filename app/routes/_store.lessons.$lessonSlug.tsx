import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { lessonOfSlug, lessonSlug } from "~/domain/training/lessons";
import { failureMeta, publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { BackLink } from "~/ui/households/back-link";
import { useLanguage, useT } from "~/ui/site";
import { lessonPlace } from "~/ui/training/lesson-place";
import { LessonView } from "~/ui/training/lesson-view";
import { orNotFound } from "~/web/http-errors";
import { paths } from "~/web/paths";

export const meta: MetaFunction<typeof loader> = ({ matches, data: page, error }) => {
  if (!page) return failureMeta(matches, error);
  const { t } = siteOf(matches);
  return publicMeta(matches, {
    title: t(`lessons.title_${page.lesson}`),
    description: t(`lessons.lead_${page.lesson}`),
    path: paths.lesson("vi", lessonSlug(page.lesson)),
  });
};

export function loader({ params }: LoaderFunctionArgs) {
  return { lesson: orNotFound(lessonOfSlug(params["lessonSlug"] ?? "")) };
}

export default function LessonPage() {
  const { lesson } = useLoaderData<typeof loader>();
  const t = useT();
  const language = useLanguage();
  return (
    <>
      <BackLink href={paths.lessons(language)} text={t("lessons.all")} />
      <LessonView
        lesson={lesson}
        place={lessonPlace(lesson)}
        hrefOf={(slug) => paths.lesson(language, slug)}
      />
    </>
  );
}
