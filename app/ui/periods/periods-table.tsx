import type { Period } from "~/domain/statistics/types-periods";
import { formatMonth } from "~/platform/period";
import { useT } from "~/ui/site";
import { FigureText } from "~/ui/statistics/figure-text";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { paths } from "~/web/paths";
import { editionName } from "./edition-name";

export type PeriodRow = Pick<Period, "month" | "state" | "isNext"> & {
  /** The newest edition, and whether everybody reads it; null while there is none. */
  newest: { edition: number; isPublished: boolean } | null;
  /** What its newest edition says, or the orders while there is none. */
  shown: Period["live"];
  isChanged: boolean;
};

/** The months with their state and what each waits for, the newest first. */
export function PeriodsTable({ rows }: { rows: readonly PeriodRow[] }) {
  const t = useT();
  return (
    <ScrollRegion label={t("periods.listScroll")}>
      <table className="table">
        <caption className="sr-only">{t("periods.listCaption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("periods.columnMonth")}</th>
            <th scope="col">{t("periods.columnState")}</th>
            <th scope="col">{t("periods.columnWaits")}</th>
            <th scope="col">{t("periods.columnEdition")}</th>
            <th scope="col" className="amount">
              {t("periods.columnSales")}
            </th>
            <th scope="col" className="amount whitespace-normal">
              {t("periods.columnShare")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.month} row={row} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Row({ row }: { row: PeriodRow }) {
  const t = useT();
  const { month, state, newest, shown } = row;
  const waits = waitsFor(row);
  return (
    <tr>
      <th scope="row">
        <a className="num underline" href={paths.period(month)}>
          {formatMonth(month)}
        </a>
      </th>
      <td className="min-w-36">{t(`periods.state_${state}`)}</td>
      <td className={waits === "Nothing" ? "text-soft" : "font-semibold"}>
        {t(`periods.waits${waits}`)}
      </td>
      <td className="min-w-24">
        {newest ? editionName(t, newest.edition) : t("statistics.notYet")}
      </td>
      <td className="amount">
        <FigureText code="sales_goods" month={shown} billionDecimals={0} />
      </td>
      <td className="amount">
        <FigureText code="share_goods" month={shown} billionDecimals={0} />
      </td>
    </tr>
  );
}

function waitsFor({ state, newest, isNext, isChanged }: PeriodRow) {
  if (state === "open") return isNext ? "Close" : "Nothing";
  if (newest && !newest.isPublished) return "Publish";
  return isChanged ? "Revise" : "Nothing";
}
