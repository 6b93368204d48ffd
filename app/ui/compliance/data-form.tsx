import { dataOf } from "~/domain/compliance/request-data";
import type { ComplianceRequest } from "~/domain/compliance/types";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** The data that a request asks for, to be downloaded; nothing where it asks for none. */
export function DataForm({ found }: { found: ComplianceRequest }) {
  const t = useT();
  const of = dataOf(found);
  if (of === null) return null;
  return (
    <section className="mt-6" aria-labelledby="data">
      <h2 id="data" className="text-xl">
        {t("compliance.dataTitle")}
      </h2>
      <p className="text-soft">
        {of.kind === "household"
          ? t("compliance.dataOfHousehold")
          : found.kind === "authority_information"
            ? t("compliance.dataForAuthority")
            : t("compliance.dataOfPerson")}{" "}
        {t("compliance.dataCare")}
      </p>
      <form method="post" action={paths.complianceData(found.id)}>
        <button className="button button-quiet mt-2">{t("compliance.dataTake")}</button>
      </form>
    </section>
  );
}
