import type { ReactNode } from "react";
import { LESSON_NAMES, lessonSlug, stepsOf, type LessonName } from "~/domain/training/lessons";
import { Icon } from "~/ui/households/icon";
import { useT } from "~/ui/site";
import { LessonPicture } from "./lesson-picture";

/** One lesson: a picture and a sentence a step, then where one does it, and the next lesson. */
export function LessonView(props: {
  lesson: LessonName;
  /** Where one does it. */
  place: string;
  hrefOf: (slug: string) => string;
  /** What a household may say at the end. */
  children?: ReactNode;
}) {
  const t = useT();
  const { lesson, hrefOf } = props;
  const next = LESSON_NAMES[LESSON_NAMES.indexOf(lesson) + 1];
  return (
    <article className="mx-auto max-w-2xl">
      <h1 className="text-3xl">{t(`lessons.title_${lesson}`)}</h1>
      <p className="mt-1 text-lg text-soft">{t(`lessons.lead_${lesson}`)}</p>
      <ol className="mt-4 space-y-6">
        {stepsOf(lesson).map((step) => (
          <li key={step}>
            <LessonPicture lesson={lesson} step={step} />
            <p className="mt-2 text-xl">
              <strong className="text-leaf">{t("lessons.step", { number: step })}.</strong>{" "}
              {t(`lessons.step_${lesson}_${step}` as "lessons.step_list_product_1")}
            </p>
          </li>
        ))}
      </ol>
      <p className="mt-6">
        <a className="button button-main w-full" href={props.place}>
          {t("lessons.doIt")}
          <Icon name="next" />
        </a>
      </p>
      {props.children}
      {next === undefined ? null : (
        <p className="mt-3">
          <a className="button button-quiet w-full" href={hrefOf(lessonSlug(next))}>
            {t("lessons.next", { title: t(`lessons.title_${next}`) })}
          </a>
        </p>
      )}
    </article>
  );
}
