import { SELLS_DAYS } from "~/domain/households/delegation-terms";
import type { HelperResult } from "~/domain/households/types-helpers";
import { formatPhone } from "~/domain/identity/phone";
import { FactList, FactRow } from "~/ui/department/fact-list";
import { useMark } from "~/ui/in-language";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { TargetLine } from "./target-line";

/** Every helper with what came of their work; each leads to where their target is set. */
export function HelperResults({ results }: { results: readonly HelperResult[] }) {
  const t = useT();
  const mark = useMark();
  return (
    <>
      <h2 className="mt-8 text-2xl">{t("helpers.resultsTitle")}</h2>
      <p className="text-soft">
        {t(results.length === 0 ? "helpers.resultsEmpty" : "helpers.resultsLead")}
      </p>
      {results.some(({ target }) => target !== null) ? (
        <p className="text-soft">{t("helpers.targetCounted")}</p>
      ) : null}
      <ul>
        {results.map((result) => (
          <li key={result.agentId} className="mt-4">
            <a
              className="inline-flex min-h-12 items-center text-lg font-semibold underline"
              href={paths.helperResult(result.agentId)}
            >
              {mark(result.fullName, "vi")}
            </a>
            <ResultFacts result={result} />
          </li>
        ))}
      </ul>
    </>
  );
}

export function ResultFacts({ result }: { result: HelperResult }) {
  const t = useT();
  const days = SELLS_DAYS;
  const figures = [
    [t("helpers.resultHelped"), result.helpedCount],
    [t("helpers.resultSelling", { days }), result.sellingCount],
    [t("helpers.resultRegistered"), result.registeredCount],
    [t("helpers.resultActs", { days }), result.actCount],
  ] as const;
  return (
    <FactList>
      <FactRow term={t("helpers.factAgent")}>
        <a className="num underline" href={`tel:${result.phone}`}>
          {formatPhone(result.phone)}
        </a>
      </FactRow>
      {figures.map(([name, figure]) => (
        <FactRow key={name} term={name}>
          <span className="num">{figure}</span>
        </FactRow>
      ))}
      <FactRow term={t("helpers.resultTarget")}>
        {result.target === null ? t("helpers.targetNone") : <TargetLine target={result.target} />}
      </FactRow>
    </FactList>
  );
}
