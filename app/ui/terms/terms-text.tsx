import { formatDate } from "~/platform/period";
import { SampleMark } from "~/ui/catalog/product-facts";
import { useBilingual } from "~/ui/in-language";
import { useT } from "~/ui/site";
import type { TermsVersion } from "~/domain/joining/types-terms";

export type TermsStanding = "in_force" | "to_come" | "replaced";

/** A version of the terms: which it is, from when, what is new, and its paragraphs. */
export function TermsText(props: { version: TermsVersion; standing: TermsStanding }) {
  const t = useT();
  const inBoth = useBilingual();
  const { version, standing } = props;
  const { number, textVi, textEn, changeVi, changeEn, isSample } = version;
  const paragraphsVi = textVi.split("\n\n");
  const paragraphsEn = textEn.split("\n\n");
  const isParallel = paragraphsVi.length === paragraphsEn.length;
  const date = formatDate(version.effectiveOn);
  return (
    <article>
      <p className="num mt-3 font-semibold">
        {t(`terms.standing_${standing}`, { number, date })}
        {isSample ? <SampleMark /> : null}
      </p>
      <p className="text-soft">{t("terms.change", { change: inBoth(changeVi, changeEn) })}</p>
      {isParallel ? (
        paragraphsVi.map((paragraph, i) => (
          <p key={paragraph} className="mt-4 max-w-prose whitespace-pre-line">
            {inBoth(paragraph, paragraphsEn[i] ?? null)}
          </p>
        ))
      ) : (
        <p className="mt-4 max-w-prose whitespace-pre-line">{inBoth(textVi, textEn)}</p>
      )}
    </article>
  );
}
