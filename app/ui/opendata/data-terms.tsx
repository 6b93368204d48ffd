import type { ReactNode } from "react";
import { LICENCE_URL } from "~/domain/opendata/codes";
import { useLanguage, useSite, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Under what terms, how often and in which forms the data come. */
export function DataTerms() {
  const t = useT();
  const language = useLanguage();
  const { provinceName } = useSite();
  return (
    <section className="mt-12">
      <h2 className="text-2xl">{t("opendata.termsHeading")}</h2>
      <dl className="mt-4 grid max-w-prose grid-cols-1 gap-4">
        <Term title={t("opendata.licence")}>
          {t("opendata.licenceText")}{" "}
          <a className="break-all underline" href={LICENCE_URL} rel="license">
            {LICENCE_URL}
          </a>
        </Term>
        <Term title={t("opendata.attribution")}>
          {t("opendata.attributionText", { province: provinceName })}
        </Term>
        <Term title={t("opendata.frequency")}>
          {t("opendata.frequencyText")}{" "}
          <a className="underline" href={`${paths.statistics(language)}#revisions`}>
            {t("opendata.dataset_revisions")}
          </a>
        </Term>
        <Term title={t("opendata.format")}>{t("opendata.formatText")}</Term>
        <Term title={t("opendata.area")}>{t("opendata.areaText")}</Term>
        <Term title={t("opendata.noteMethod")}>
          <a className="underline" href={paths.statisticsMethod(language)}>
            {t("opendata.methodLink")}
          </a>
        </Term>
      </dl>
    </section>
  );
}

function Term({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt className="font-semibold">{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}
