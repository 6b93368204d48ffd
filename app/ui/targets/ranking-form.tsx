import type { Month } from "~/platform/period";
import { useT } from "~/ui/site";

const NUMBERS = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"];

type RankingFormProps = {
  action: string;
  years: readonly string[];
  year: string;
  /** The last month that is counted. */
  to: Month;
};

/** Which year, and up to which of its months. */
export function RankingForm({ action, years, year, to }: RankingFormProps) {
  const t = useT();
  return (
    <form action={action} className="no-print mt-4 flex flex-wrap items-end gap-3">
      <Choice name="year" label={t("targets.year")} value={year} options={years} />
      <Choice name="to" label={t("ranking.to")} value={to.slice(5)} options={NUMBERS} />
      <button className="button button-quiet shrink-0">{t("targets.yearShow")}</button>
    </form>
  );
}

function Choice(props: { name: string; label: string; value: string; options: readonly string[] }) {
  const { name, label, value, options } = props;
  return (
    <div>
      <label htmlFor={`ranking-${name}`} className="font-semibold">
        {label}
      </label>
      <select id={`ranking-${name}`} name={name} defaultValue={value} className="num mt-1 min-w-24">
        {options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </select>
    </div>
  );
}
