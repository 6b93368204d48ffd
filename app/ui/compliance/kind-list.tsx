import type { RequestTerm } from "~/domain/compliance/types";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { TermText } from "./term-facts";

/** What kind of request came in, each with the time that there is for it. */
export function KindList({ terms }: { terms: readonly RequestTerm[] }) {
  const t = useT();
  return (
    <>
      <p className="mt-2 text-soft">{t("compliance.chooseKind")}</p>
      <ul className="mt-4 border-t border-line">
        {terms.map((term) => (
          <li key={term.kind} className="border-b border-line py-3">
            <a
              className="inline-flex min-h-12 items-center text-lg font-semibold underline"
              href={paths.newComplianceRequest({ kind: term.kind })}
            >
              {t(`compliance.kind_${term.kind}`)}
            </a>
            <p className="text-soft">{t(`compliance.hint_${term.kind}`)}</p>
            <TermText term={term} />
          </li>
        ))}
      </ul>
      <p className="mt-4">
        {t("compliance.disputesHint")}{" "}
        <a className="underline" href={paths.departmentReturns()}>
          {t("compliance.toDisputes")}
        </a>
      </p>
    </>
  );
}
