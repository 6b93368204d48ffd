import { METHOD_VERSION } from "~/domain/statistics/method-versions";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { VersionLink } from "./source-line";

/** Where the whole method is, and by which version months are counted now. */
export function MethodSummary() {
  const t = useT();
  const language = useLanguage();
  return (
    <section id="method" className="mt-12 border-t border-line pt-8">
      <h2 className="text-2xl">{t("statistics.methodHeading")}</h2>
      <p className="mt-2 max-w-prose">{t("method.operational")}</p>
      <p className="mt-2 max-w-prose">
        {t("method.summary")} <VersionLink version={METHOD_VERSION} />.
      </p>
      <p className="mt-4">
        <a className="button button-quiet" href={paths.statisticsMethod(language)}>
          {t("statistics.methodLink")}
        </a>
      </p>
    </section>
  );
}
