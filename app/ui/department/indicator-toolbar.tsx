import { recordsFields, recordsOfMonth } from "~/domain/statistics/records-question";
import { formatMonth, type Month } from "~/platform/period";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Choose a month, or take its figures along. */
export function IndicatorToolbar(props: { month: Month; months: readonly Month[] }) {
  const t = useT();
  return (
    <div className="no-print mt-4 flex flex-wrap items-end gap-x-6 gap-y-3">
      <form action={paths.indicator()} className="flex flex-wrap items-end gap-2">
        <div>
          <label htmlFor="indicator-month" className="font-semibold">
            {t("department.indicatorMonthLabel")}
          </label>
          <select
            id="indicator-month"
            name="month"
            defaultValue={props.month}
            className="num mt-1 min-w-36"
          >
            {props.months.map((month) => (
              <option key={month} value={month}>
                {formatMonth(month)}
              </option>
            ))}
          </select>
        </div>
        <button className="button button-quiet shrink-0">{t("department.indicatorShow")}</button>
      </form>
      <p className="flex flex-wrap items-center gap-x-3">
        <a className="button button-quiet" href={paths.indicatorCsv({ month: props.month })}>
          {t("department.indicatorCsv")}
        </a>
        <span className="text-sm text-soft">{t("department.indicatorCsvHint")}</span>
        <a
          className="button button-quiet"
          href={paths.records(recordsFields(recordsOfMonth(props.month)))}
        >
          {t("records.link")}
        </a>
        <a className="button button-quiet" href={paths.periods()}>
          {t("periods.title")}
        </a>
        <a className="button button-quiet" href={paths.communeRanking()}>
          {t("ranking.title")}
        </a>
        <a className="button button-quiet" href={paths.programme()}>
          {t("programme.title")}
        </a>
        <a className="button button-quiet" href={paths.targets()}>
          {t("targets.title")}
        </a>
        <a className="button button-quiet" href={paths.communeMap()}>
          {t("maps.desk")}
        </a>
        <a className="button button-quiet" href={paths.dataKeys()}>
          {t("opendata.keysTitle")}
        </a>
      </p>
    </div>
  );
}
