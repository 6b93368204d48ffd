import type { MethodUse } from "~/domain/statistics/method-versions";
import type { IndicatorMonth } from "~/domain/statistics/types";
import { useSite, useT } from "~/ui/site";
import { SourceLine, type AsOf } from "./source-line";

/** Source, date, coverage and method of a series, and what else a reader has to know of it. */
export function SeriesNotes(props: {
  months: readonly IndicatorMonth[];
  asOf: AsOf;
  methods: readonly MethodUse[];
}) {
  const t = useT();
  const { isDemo } = useSite();
  const { months, asOf, methods } = props;
  const notes = [
    t("method.operational"),
    ...(months.some((month) => month.isBeforeMerger) ? [t("statistics.mergerNote")] : []),
    ...(months.some((month) => month.withheld.length > 0) ? [t("statistics.withheldNote")] : []),
    ...(isDemo ? [t("statistics.sampleNote")] : []),
  ];
  const [first = "", last = ""] = [months[0]?.month, months.at(-1)?.month];
  return (
    <>
      <SourceLine of="measured" asOf={asOf} first={first} last={last} methods={methods} />
      <ul className="mt-2 grid max-w-prose gap-1 text-sm text-soft print:max-w-none print:text-xs">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </>
  );
}
