import type { ReactNode } from "react";
import { isNothingShown, type BreakdownTable } from "~/domain/statistics/breakdown-tables";
import { useT } from "~/ui/site";

/** Longer ones are folded away, or a phone would have nothing else. */
const OPEN_ROWS_MAX = 12;

/** A table with its name, which says what it holds before it is opened. */
export function BreakdownDetails(props: { table: BreakdownTable; children: ReactNode }) {
  const t = useT();
  const { table, children } = props;
  return (
    <details className="mt-6" open={table.rows.length <= OPEN_ROWS_MAX || isNothingShown(table)}>
      <summary className="cursor-pointer py-2">
        <h3 className="inline text-lg">{t(`statistics.breakdown_${table.dimension}`)}</h3>{" "}
        <span className="text-sm text-soft">
          <ContentText table={table} />
        </span>
      </summary>
      {children}
    </details>
  );
}

function ContentText({ table }: { table: BreakdownTable }) {
  const t = useT();
  const { rows } = table;
  if (isNothingShown(table)) return `(${t("statistics.withheld")})`;
  if (rows.length === 0) return null;
  const count = String(rows.length);
  const withheld = rows.filter(({ salesVnd }) => salesVnd === null).length;
  return withheld === 0
    ? `(${t("statistics.breakdownCount", { count })})`
    : `(${t("statistics.breakdownCountWithheld", { count, withheld: String(withheld) })})`;
}
