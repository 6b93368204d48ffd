import { lessonSlug, type LessonName } from "~/domain/training/lessons";
import { Icon } from "~/ui/households/icon";
import { useDesk } from "~/ui/households/use-desk";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** On the page where one does it, the lesson that shows how. */
export function LessonLink({ lesson }: { lesson: LessonName }) {
  const t = useT();
  const { query } = useDesk();
  return (
    <p>
      <a
        className="inline-flex min-h-12 items-center gap-2"
        href={paths.householdLesson(lessonSlug(lesson), query)}
      >
        <Icon name="picture" />
        <span className="underline">
          {t("lessons.linkTo", { title: t(`lessons.title_${lesson}`) })}
        </span>
      </a>
    </p>
  );
}
