import type { DutyTerm } from "~/domain/compliance/duty-words";
import { useT } from "~/ui/site";
import { TermSource } from "./term-source";

/** What a duty is, by which source, and how sure we are of it. */
export function DutyText({ term }: { term: DutyTerm }) {
  const t = useT();
  const span = t(`compliance.span_${term.unit}`, { count: term.count });
  return (
    <div className="card my-4 px-4 py-3">
      <p className="font-semibold">{t(`compliance.dutyText_${term.duty}`, { span })}</p>
      <TermSource term={term} />
    </div>
  );
}
