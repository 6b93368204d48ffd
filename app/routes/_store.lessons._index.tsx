import type { MetaFunction } from "@remix-run/node";
import { publicMeta, siteOf } from "~/ui/catalog/store-meta";
import { useLanguage, useT } from "~/ui/site";
import { LessonList } from "~/ui/training/lesson-list";
import { paths } from "~/web/paths";

export const meta: MetaFunction = ({ matches }) =>
  publicMeta(matches, {
    title: siteOf(matches).t("lessons.title"),
    description: siteOf(matches).t("lessons.lead"),
    path: paths.lessons("vi"),
  });

export default function LessonsPage() {
  const t = useT();
  const language = useLanguage();
  return (
    <>
      <h1 className="mt-4 text-3xl">{t("lessons.title")}</h1>
      <p className="mt-2 text-soft">{t("lessons.lead")}</p>
      <p>
        <a className="inline-flex min-h-12 items-center underline" href={paths.training(language)}>
          {t("training.publicLink")}
        </a>
      </p>
      <LessonList hrefOf={(slug) => paths.lesson(language, slug)} seen={[]} />
    </>
  );
}
