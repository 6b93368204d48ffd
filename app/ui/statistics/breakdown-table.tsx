import type { ReactNode } from "react";
import {
  shareOfTotal,
  type BreakdownTable,
  type TableCell,
} from "~/domain/statistics/breakdown-tables";
import { RATE_DECIMALS } from "~/domain/statistics/indicator";
import { formatPercent } from "~/domain/statistics/ratio";
import { formatInteger, formatVnd } from "~/platform/money";
import { formatMonth, type Month } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { useLanguage, useT } from "~/ui/site";
import { ScrollRegion } from "./scroll-region";
import { Sparkline } from "./sparkline";

type TableProps = {
  table: BreakdownTable;
  total: TableCell;
  month: Month;
  /** Under a row's name. */
  remarkOf?: (cell: TableCell) => ReactNode;
  /** What a row sold month by month, by its code. */
  lines?: Readonly<Record<string, readonly (number | null)[]>>;
};

/** One breakdown of a month with its total. */
export function BreakdownTableView(props: TableProps) {
  const t = useT();
  const mark = useMark();
  const { table, total, month, remarkOf, lines } = props;
  const { dimension, hasOrders, rows } = table;
  const caption = t("statistics.breakdownCaption", {
    dimension: t(`statistics.breakdown_${dimension}`),
    month: formatMonth(month),
  });
  return (
    <ScrollRegion label={caption}>
      <table className="table text-sm">
        <caption className="sr-only">{caption}</caption>
        <BreakdownHead table={table} hasLines={lines !== undefined} />
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row" className="min-w-32 font-normal whitespace-normal">
                {dimension === "commune" ? mark(row.name, "vi") : row.name}
                {remarkOf?.(row)}
              </th>
              <BreakdownCells cell={row} total={total} hasOrders={hasOrders} />
              {lines ? (
                <td className="print:hidden">
                  <Sparkline values={lines[row.code] ?? []} />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="font-semibold">
            <th scope="row">
              {t("statistics.breakdownTotal")}
              {remarkOf?.(total)}
            </th>
            <BreakdownCells cell={total} total={total} hasOrders={hasOrders} />
            {lines ? <td className="print:hidden">{"\u00a0"}</td> : null}
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}

function BreakdownHead(props: { table: BreakdownTable; hasLines: boolean }) {
  const t = useT();
  const { dimension, hasOrders } = props.table;
  return (
    <thead>
      <tr>
        <th scope="col">{t(`statistics.breakdownColumn_${dimension}`)}</th>
        <th scope="col" className="amount">
          {t("statistics.breakdownSales")}
        </th>
        <th scope="col" className="amount">
          {t("statistics.breakdownShare")}
        </th>
        {hasOrders ? (
          <th scope="col" className="amount">
            {t("statistics.columnOrders")}
          </th>
        ) : null}
        <th scope="col" className="amount">
          {t("statistics.columnSellers")}
        </th>
        {props.hasLines ? (
          <th scope="col" className="print:hidden">
            {t("ranking.columnLine")}
          </th>
        ) : null}
      </tr>
    </thead>
  );
}

function BreakdownCells(props: { cell: TableCell; total: TableCell; hasOrders: boolean }) {
  const t = useT();
  const language = useLanguage();
  const { cell, total, hasOrders } = props;
  const { salesVnd, orderCount, sellerCount } = cell;
  const share = shareOfTotal(cell, total);
  const withheld = t("statistics.withheld");
  const noShare = salesVnd === null ? withheld : t("statistics.breakdownNoShare");
  return (
    <>
      <Value text={salesVnd === null ? null : formatVnd(salesVnd, language)} otherwise={withheld} />
      <Value text={share && formatPercent(share, RATE_DECIMALS, language)} otherwise={noShare} />
      {hasOrders ? (
        <Value
          text={orderCount === null ? null : formatInteger(orderCount, language)}
          otherwise={withheld}
        />
      ) : null}
      <Value
        text={sellerCount === null ? null : formatInteger(sellerCount, language)}
        otherwise={withheld}
      />
    </>
  );
}

function Value({ text, otherwise }: { text: string | null; otherwise: string }) {
  return (
    <td className="amount">
      {text === null ? (
        <span className="font-normal text-soft">{otherwise}</span>
      ) : (
        <span className="num">{text}</span>
      )}
    </td>
  );
}
