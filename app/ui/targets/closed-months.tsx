import type { SalesMonth } from "~/domain/statistics/commune-sales";
import { methodUsesOf } from "~/domain/statistics/method-versions";
import { formatMonth } from "~/platform/period";
import { editionName } from "~/ui/periods/edition-name";
import { useT } from "~/ui/site";
import { SourceLine, type AsOf } from "~/ui/statistics/source-line";

/** Under a table of closed months: from where, as of when, which months in which editions, by which method. */
export function ClosedMonths({ months, asOf }: { months: readonly SalesMonth[]; asOf: AsOf }) {
  const t = useT();
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return null;
  return (
    <>
      <SourceLine
        of="sales"
        asOf={asOf}
        first={first.month}
        last={last.month}
        methods={methodUsesOf(months)}
      />
      <p className="mt-2 max-w-prose text-sm text-soft print:max-w-none print:text-xs">
        {t("targets.monthsUsed", {
          months: months
            .map(({ month, edition }) => `${formatMonth(month)} (${editionName(t, edition)})`)
            .join("; "),
        })}
      </p>
    </>
  );
}
