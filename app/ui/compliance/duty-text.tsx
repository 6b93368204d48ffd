import type { DutyTerm } from "~/domain/compliance/duty-words";
import { formatDate } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";

/** What a duty is, by which source, and how sure we are of it. */
export function DutyText({ term }: { term: DutyTerm }) {
  const t = useT();
  const mark = useMark();
  const span = t(`compliance.span_${term.unit}`, { count: term.count });
  return (
    <div className="card my-4 px-4 py-3">
      <p className="font-semibold">{t(`compliance.dutyText_${term.duty}`, { span })}</p>
      <p className="mt-1 text-sm text-soft">
        {t("compliance.termSource", {
          source: mark(term.source, "vi"),
          day: formatDate(term.effectiveOn),
        })}{" "}
        {t(`compliance.confidence_${term.confidence}`)}
      </p>
    </div>
  );
}
