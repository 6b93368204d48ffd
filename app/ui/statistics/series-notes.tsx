import { METHOD_VERSION } from "~/domain/statistics/indicator";
import type { IndicatorMonth } from "~/domain/statistics/types";
import { formatInstant } from "~/platform/period";
import { useSite, useT } from "~/ui/site";

/** When, from where, how much of it, and by which method: what makes the figures defensible. */
export function SeriesNotes(props: { months: readonly IndicatorMonth[]; asOf: number }) {
  const t = useT();
  const { isDemo } = useSite();
  const notes = [
    t("statistics.asOf", { time: formatInstant(props.asOf) }),
    t("statistics.coverage"),
    t("statistics.sourceNumerator"),
    t("statistics.sourceDenominator"),
    t("statistics.operationalNote", { version: METHOD_VERSION }),
    ...(props.months.some((month) => month.isBeforeMerger) ? [t("statistics.mergerNote")] : []),
    ...(props.months.some((month) => month.withheld.length > 0)
      ? [t("statistics.withheldNote")]
      : []),
    ...(isDemo ? [t("statistics.sampleNote")] : []),
  ];
  return (
    <ul className="mt-4 grid max-w-prose gap-1 text-sm text-soft print:max-w-none print:text-xs">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
