import type { TermsVersion } from "~/domain/joining/types-terms";
import { formatDate } from "~/platform/period";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { TermsText, type TermsStanding } from "./terms-text";

/** A version for everybody to read, with the way to the others. */
export function TermsPage(props: {
  title: string;
  shown: { version: TermsVersion; standing: TermsStanding } | null;
  versions: readonly { number: number; effectiveOn: string }[];
}) {
  const t = useT();
  const language = useLanguage();
  const { title, shown, versions } = props;
  return (
    <div className="mx-auto max-w-2xl">
      <h1 className="mt-6 text-3xl">{title}</h1>
      <p className="mt-2 text-soft">{t("terms.lead")}</p>
      {shown === null ? <p className="mt-4">{t("terms.none")}</p> : <TermsText {...shown} />}
      <h2 className="mt-10 text-xl">{t("terms.versions")}</h2>
      <ul>
        {versions.map(({ number, effectiveOn }) => (
          <li key={number}>
            <a
              className="inline-flex min-h-12 items-center"
              href={paths.termsVersion(language, number)}
            >
              {t("terms.versionLink", { number, date: formatDate(effectiveOn) })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
