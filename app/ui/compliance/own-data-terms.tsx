import type { RequestTerm } from "~/domain/compliance/types";
import { useT } from "~/ui/site";
import { TermText } from "./term-facts";

/** Within what time requests about a person's own data are answered, for who does not find it on the page. */
export function OwnDataTerms({ terms }: { terms: readonly RequestTerm[] }) {
  const t = useT();
  if (terms.length === 0) return null;
  return (
    <section className="mt-8 border-t border-line pt-6" aria-labelledby="data-terms">
      <h2 id="data-terms" className="text-xl">
        {t("compliance.ownTitle")}
      </h2>
      <p className="mt-1 text-soft">{t("compliance.ownText")}</p>
      <ul className="mt-2">
        {terms.map((term) => (
          <li key={term.kind} className="py-1">
            {t(`compliance.kind_${term.kind}`)}
            <TermText term={term} />
          </li>
        ))}
      </ul>
    </section>
  );
}
