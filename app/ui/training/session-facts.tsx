import { lessonSlug } from "~/domain/training/lessons";
import type { Session } from "~/domain/training/types";
import { FactList, FactRow } from "~/ui/department/fact-list";
import { useMark } from "~/ui/in-language";
import { LocalDay } from "~/ui/primitives/local-time";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** When, where, by whom and about what. */
export function SessionFacts({ session }: { session: Session }) {
  const t = useT();
  const mark = useMark();
  const language = useLanguage();
  const { helperName, plannerId, seatCount, lessons, statusReason } = session;
  return (
    <FactList>
      <FactRow term={t("training.factWhen")}>
        <SessionTime session={session} />
      </FactRow>
      <FactRow term={t("training.factPlace")}>
        {mark(session.place, "vi")} · {mark(session.communeName, "vi")}
      </FactRow>
      <FactRow term={t("training.factTeacher")}>{mark(session.teacher, "vi")}</FactRow>
      {helperName === null ? null : (
        <FactRow term={t("training.factHelper")}>
          {mark(helperName, "vi")}
          {plannerId === null ? "" : ` (${t("training.plannedByHelper")})`}
        </FactRow>
      )}
      {seatCount === null ? null : (
        <FactRow term={t("training.factSeats")}>
          <span className="num">{seatCount}</span>
        </FactRow>
      )}
      {lessons.length === 0 ? null : (
        <FactRow term={t("training.factLessons")}>
          <ul>
            {lessons.map((lesson) => (
              <li key={lesson}>
                <a
                  className="inline-flex min-h-12 items-center underline"
                  href={paths.lesson(language, lessonSlug(lesson))}
                >
                  {t(`lessons.title_${lesson}`)}
                </a>
              </li>
            ))}
          </ul>
        </FactRow>
      )}
      {statusReason === null ? null : (
        <FactRow term={t("training.factReason")}>{mark(statusReason, "vi")}</FactRow>
      )}
    </FactList>
  );
}

/** `24/11/2026 · 08:00–11:00` */
export function SessionTime({
  session,
}: {
  session: Pick<Session, "heldOn" | "startsAt" | "endsAt">;
}) {
  const t = useT();
  const { heldOn, startsAt, endsAt } = session;
  return (
    <>
      <LocalDay date={heldOn} /> ·{" "}
      <span className="num whitespace-nowrap">
        {t("training.factHours", { from: startsAt, to: endsAt })}
      </span>
    </>
  );
}
