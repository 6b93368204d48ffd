import { LESSON_NAMES, lessonSlug, LESSONS, type LessonName } from "~/domain/training/lessons";
import { StatusMark } from "~/ui/households/icon";
import { useT } from "~/ui/site";
import { LessonPicture } from "./lesson-picture";

/** All short lessons, each with its first picture. */
export function LessonList(props: {
  hrefOf: (slug: string) => string;
  seen: readonly LessonName[];
}) {
  const t = useT();
  return (
    <ul className="mt-4 grid gap-4 sm:grid-cols-2">
      {LESSON_NAMES.map((lesson) => (
        <li key={lesson} className="card relative flex flex-col p-3">
          <LessonPicture lesson={lesson} step={1} />
          <a
            className="mt-2 inline-flex min-h-12 items-center text-lg font-semibold underline after:absolute after:inset-0"
            href={props.hrefOf(lessonSlug(lesson))}
          >
            {t(`lessons.title_${lesson}`)}
          </a>
          <p className="text-soft">{t(`lessons.lead_${lesson}`)}</p>
          <p className="mt-1 flex flex-wrap items-center gap-3 text-soft">
            {t("lessons.steps", { count: LESSONS[lesson] })}
            {props.seen.includes(lesson) ? (
              <StatusMark icon="check" tone="leaf" text={t("lessons.seen")} />
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  );
}
