import { useT } from "~/ui/site";

/** Choose the year of a page. */
export function YearForm(props: { action: string; year: string; years: readonly string[] }) {
  const t = useT();
  return (
    <form action={props.action} className="no-print mt-4 flex flex-wrap items-end gap-2">
      <div>
        <label htmlFor="target-year" className="font-semibold">
          {t("targets.year")}
        </label>
        <select
          id="target-year"
          name="year"
          defaultValue={props.year}
          className="num mt-1 min-w-28"
        >
          {props.years.map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </select>
      </div>
      <button className="button button-quiet shrink-0">{t("targets.yearShow")}</button>
    </form>
  );
}
