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

type TableProps = {
  table: BreakdownTable;
  total: TableCell;
  month: Month;
  /** Under a row's name. */
  remarkOf?: (cell: TableCell) => ReactNode;
};

/** One breakdown of a month with its total. */
export function BreakdownTableView({ table, total, month, remarkOf }: TableProps) {
  const t = useT();
  const mark = useMark();
  const { dimension, hasOrders, rows } = table;
  const caption = t("statistics.breakdownCaption", {
    dimension: t(`statistics.breakdown_${dimension}`),
    month: formatMonth(month),
  });
  return (
    <ScrollRegion label={caption}>
      <table className="table text-sm">
        <caption className="sr-only">{caption}</caption>
        <BreakdownHead table={table} />
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <th scope="row" className="min-w-32 font-normal whitespace-normal">
                {dimension === "commune" ? mark(row.name, "vi") : row.name}
                {remarkOf?.(row)}
              </th>
              <BreakdownCells cell={row} total={total} hasOrders={hasOrders} />
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
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}

function BreakdownHead({ table: { dimension, hasOrders } }: { table: BreakdownTable }) {
  const t = useT();
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
