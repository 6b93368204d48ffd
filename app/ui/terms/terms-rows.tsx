import type { TermsVersion } from "~/domain/joining/types-terms";
import { formatDate } from "~/platform/period";
import { SampleMark } from "~/ui/catalog/product-facts";
import { useBilingual } from "~/ui/in-language";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

type Row = Omit<TermsVersion, "textVi" | "textEn"> & { acceptedCount: number };

/** All versions, the newest first, each with how many have agreed to it. */
export function TermsRows({ versions }: { versions: readonly Row[] }) {
  const t = useT();
  const language = useLanguage();
  const inBoth = useBilingual();
  return (
    <ul className="mt-6 border-t border-line">
      {versions.map(({ number, effectiveOn, changeVi, changeEn, isSample, acceptedCount }) => (
        <li key={number} className="border-b border-line py-3">
          <h2 className="text-lg">
            <a
              className="inline-flex min-h-12 items-center"
              href={paths.termsVersion(language, number)}
            >
              {t("terms.versionLink", { number, date: formatDate(effectiveOn) })}
            </a>
            {isSample ? <SampleMark /> : null}
          </h2>
          <p>{t("terms.change", { change: inBoth(changeVi, changeEn) })}</p>
          <p className="num text-soft">{t("terms.acceptedCount", { count: acceptedCount })}</p>
        </li>
      ))}
    </ul>
  );
}
