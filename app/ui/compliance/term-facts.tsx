import type { RequestTerm } from "~/domain/compliance/types";
import type { TermUnit } from "~/domain/compliance/request-words";
import { useT } from "~/ui/site";
import { TermSource } from "./term-source";

/** A term in words, with where it is from and how sure we are of it. */
export function TermFacts({ term }: { term: RequestTerm }) {
  const t = useT();
  const units = [term.acknowledgeUnit, term.answerUnit];
  return (
    <div className="card my-4 px-4 py-3">
      <TermText term={term} />
      {units.includes("hours") ? <p>{t("compliance.countHours")}</p> : null}
      {units.includes("days") ? <p>{t("compliance.countDays")}</p> : null}
      {units.includes("working_days") ? <p>{t("compliance.countWorkingDays")}</p> : null}
      <TermSource term={term} />
    </div>
  );
}

/** The same in one line. */
export function TermText({ term }: { term: RequestTerm }) {
  const t = useT();
  const span = (unit: TermUnit, count: number) => t(`compliance.span_${unit}`, { count });
  const { acknowledgeCount, acknowledgeUnit, answerCount, answerUnit } = term;
  return (
    <p className="font-semibold">
      {acknowledgeCount !== null && acknowledgeUnit !== null ? (
        <>{t("compliance.acknowledgeWithin", { span: span(acknowledgeUnit, acknowledgeCount) })} </>
      ) : null}
      {answerCount !== null && answerUnit !== null
        ? t("compliance.answerWithin", { span: span(answerUnit, answerCount) })
        : t("compliance.noTerm")}
    </p>
  );
}
