import type { TrialBalance, TrialBalanceRow } from "~/domain/settlement/types-reconciliation";
import { formatInteger } from "~/platform/money";
import { useLanguage, useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";

type Column = (row: TrialBalanceRow) => number;
const COLUMNS: readonly Column[] = [
  (row) => row.opening.debitVnd,
  (row) => row.opening.creditVnd,
  (row) => row.moved.debitVnd,
  (row) => row.moved.creditVnd,
  (row) => row.closing.debitVnd,
  (row) => row.closing.creditVnd,
];

/** As accountants know it: three parts, each with its debits and credits, and their totals. */
export function TrialBalanceTable({ balance }: { balance: TrialBalance }) {
  const t = useT();
  const parts = ["opening", "moves", "closing"] as const;
  const rows = balance.rows.filter((row) => COLUMNS.some((column) => column(row) !== 0));
  return (
    <ScrollRegion label={t("reconciliation.trialScroll")}>
      <table className="table mt-2 text-sm">
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {t("reconciliation.trialAccount")}
            </th>
            {parts.map((part) => (
              <th key={part} scope="colgroup" colSpan={2} className="amount">
                {t(`reconciliation.part_${part}_text`)}
              </th>
            ))}
          </tr>
          <tr>
            {parts.flatMap((part) => [
              <th key={`${part}-debit`} scope="col" className="amount">
                {t("reconciliation.debit")}
              </th>,
              <th key={`${part}-credit`} scope="col" className="amount">
                {t("reconciliation.credit")}
              </th>,
            ])}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.kind}>
              <th scope="row" className="min-w-40 font-medium">
                {t(`reconciliation.account_${row.kind}_text`)}
              </th>
              <Amounts amounts={COLUMNS.map((column) => column(row))} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="border-t-2 border-ink font-semibold">
            <th scope="row">{t("reconciliation.trialTotal")}</th>
            <Amounts
              amounts={COLUMNS.map((column) => rows.reduce((sum, row) => sum + column(row), 0))}
            />
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  );
}

function Amounts({ amounts }: { amounts: readonly number[] }) {
  const language = useLanguage();
  return amounts.map((amountVnd, i) => (
    <td key={i} className="amount num pl-3">
      {amountVnd === 0 ? "–" : formatInteger(amountVnd, language)}
    </td>
  ));
}
