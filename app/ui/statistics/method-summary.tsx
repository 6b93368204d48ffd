import type { ReactNode } from "react";
import { METHOD_VERSION } from "~/domain/statistics/indicator";
import { useSite, useT } from "~/ui/site";

/** How the indicator is made, under the six headings of the national specifications. */
export function MethodSummary() {
  const t = useT();
  const { provinceName } = useSite();
  return (
    <section id="method" className="mt-12 border-t border-line pt-8">
      <h2 className="text-2xl">{t("statistics.methodHeading")}</h2>
      <p className="text-soft">{t("statistics.methodVersion", { version: METHOD_VERSION })}</p>
      <dl className="mt-6 grid max-w-prose gap-5">
        <Heading title={t("statistics.method_concept")}>
          <p>{t("statistics.method_concept_text")}</p>
          <p className="mt-2">{t("statistics.method_concept_excluded")}</p>
        </Heading>
        <Heading title={t("statistics.method_formula")}>
          <p>{t("statistics.method_formula_goods")}</p>
          <p className="mt-2">{t("statistics.method_formula_goods_services")}</p>
          <p className="mt-2">{t("statistics.method_formula_text")}</p>
        </Heading>
        <Heading title={t("statistics.method_breakdown")}>
          {t("statistics.method_breakdown_text")}
        </Heading>
        <Heading title={t("statistics.method_period")}>
          {t("statistics.method_period_text")}
        </Heading>
        <Heading title={t("statistics.method_source")}>
          {t("statistics.method_source_text")}
        </Heading>
        <Heading title={t("statistics.method_agency")}>
          {t("statistics.method_agency_text", { province: provinceName })}
        </Heading>
      </dl>
    </section>
  );
}

function Heading({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt className="font-semibold">{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}
