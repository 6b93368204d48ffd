import type { AnnouncedSuspension } from "~/domain/compliance/types";
import { formatDate, localDateOf } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { DueMark } from "./due-mark";

/** Households that were told of their suspension and still sell; nothing where there are none. */
export function AnnouncedSuspensions(props: {
  announced: readonly AnnouncedSuspension[];
  shownAt: number;
}) {
  const t = useT();
  const mark = useMark();
  if (props.announced.length === 0) return null;
  return (
    <section id="suspensions" className="mt-6 scroll-mt-4" aria-labelledby="suspensions-title">
      <h2 id="suspensions-title" className="text-xl">
        {t("suspension.announcedTitle")}
      </h2>
      <ul className="mt-1 border-t border-line">
        {props.announced.map((one) => (
          <li key={one.id} className="border-b border-line py-3">
            <a
              className="inline-flex min-h-12 items-center font-semibold underline wrap-anywhere"
              href={paths.householdSuspension(one.slug)}
            >
              <span>{mark(one.name, "vi")}</span>
            </a>
            <p>
              {t("suspension.from", { day: formatDate(localDateOf(one.effectiveAt)) })}{" "}
              <DueMark dueAt={one.effectiveAt} shownAt={props.shownAt} />
            </p>
            <p className="text-soft wrap-anywhere">{mark(one.reason, "vi")}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
