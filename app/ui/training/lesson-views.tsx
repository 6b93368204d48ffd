import { LESSON_NAMES, type LessonName } from "~/domain/training/lessons";
import { FactList, FactRow } from "~/ui/department/fact-list";
import { useT } from "~/ui/site";

/** How many households say that they have been through each lesson. */
export function LessonViews(props: { views: readonly { lesson: LessonName; count: number }[] }) {
  const t = useT();
  return (
    <section aria-labelledby="views" className="mt-8">
      <h2 id="views" className="text-2xl">
        {t("training.viewsTitle")}
      </h2>
      <p className="text-soft">{t("training.viewsNote")}</p>
      <FactList>
        {LESSON_NAMES.map((lesson) => (
          <FactRow key={lesson} term={t(`lessons.title_${lesson}`)}>
            <span className="num">
              {t("training.viewsCount", {
                count: props.views.find((one) => one.lesson === lesson)?.count ?? 0,
              })}
            </span>
          </FactRow>
        ))}
      </FactList>
    </section>
  );
}
