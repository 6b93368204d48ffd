import type { RequestTerm } from "~/domain/compliance/types";
import { formatDate } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";

/** Where a term or a duty is from, since when, and how sure we are of it. */
export function TermSource({
  term,
}: {
  term: Pick<RequestTerm, "source" | "effectiveOn" | "confidence">;
}) {
  const t = useT();
  const mark = useMark();
  return (
    <p className="mt-1 text-sm text-soft">
      {t("compliance.termSource", {
        source: mark(term.source, "vi"),
        day: formatDate(term.effectiveOn),
      })}{" "}
      {t(`compliance.confidence_${term.confidence}`)}
    </p>
  );
}
