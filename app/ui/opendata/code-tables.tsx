import {
  BREAKDOWN_CODES,
  CONF_STATUS_CODES,
  INDICATOR_CODES,
  MEASURES,
  OBS_STATUS_CODES,
  UNIT_CODES,
} from "~/domain/opendata/codes";
import { useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { paths } from "~/web/paths";
import { dimensionName, indicatorName } from "./code-names";

/** What each code means; communes and sets, which are many, stand in the list for programs. */
export function CodeTables() {
  const t = useT();
  return (
    <section className="mt-12">
      <h2 className="text-2xl">{t("opendata.codesHeading")}</h2>
      <p className="mt-2 max-w-prose">
        {t("opendata.codesLead")}{" "}
        <a className="underline" href={paths.apiCodes()}>
          {t("opendata.apiCodes")}
        </a>
      </p>
      <CodeTable
        title={t("opendata.indicatorTable")}
        rows={INDICATOR_CODES.map((code) => [
          code,
          indicatorName(t, code),
          t(`opendata.unit_${MEASURES[code].unit}`),
        ])}
      />
      <CodeTable
        title={t("opendata.dimensionTable")}
        rows={BREAKDOWN_CODES.map((code) => [code, dimensionName(t, code)])}
      />
      <p className="max-w-prose">{t("opendata.unnamedText")}</p>
      <CodeTable
        title={t("opendata.unitTable")}
        rows={UNIT_CODES.map((code) => [code, t(`opendata.unit_${code}`)])}
      />
      <CodeTable
        title={t("opendata.obsStatusTable")}
        rows={OBS_STATUS_CODES.map((code) => [code, t(`opendata.status_${code}`)])}
      />
      <CodeTable
        title={t("opendata.confStatusTable")}
        rows={CONF_STATUS_CODES.map((code) => [code, t(`opendata.conf_${code}`)])}
      />
    </section>
  );
}

type CodeRow = readonly [code: string, meaning: string, unit?: string];

function CodeTable({ title, rows }: { title: string; rows: readonly CodeRow[] }) {
  const t = useT();
  const hasUnit = rows.some(([, , unit]) => unit !== undefined);
  return (
    <>
      <h3 className="mt-6 text-lg">{title}</h3>
      <ScrollRegion label={title}>
        <table className="table text-sm">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t("opendata.columnCode")}</th>
              <th scope="col">{t("opendata.columnMeaning")}</th>
              {hasUnit ? <th scope="col">{t("opendata.columnUnit")}</th> : null}
            </tr>
          </thead>
          <tbody>
            {rows.map(([code, meaning, unit]) => (
              <tr key={code}>
                <th scope="row" className="font-mono font-normal">
                  {code}
                </th>
                <td className="min-w-48 whitespace-normal">{meaning}</td>
                {hasUnit ? <td>{unit}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}
