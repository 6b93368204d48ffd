import { TAX_CLASSES } from "~/domain/catalog/tax-class";
import type { TaxMonthRow } from "~/domain/settlement/types-tax";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";

/** What was kept back of each household, with the revenue by class that it was taken of. */
export function TaxMonthTable({ rows }: { rows: readonly TaxMonthRow[] }) {
  const t = useT();
  return (
    <ScrollRegion label={t("tax.monthScroll")} stacks>
      <table className="table table-stacks text-sm">
        <thead>
          <tr>
            <th scope="col">{t("tax.columnHousehold")}</th>
            <th scope="col">{t("tax.columnTaxCode")}</th>
            {TAX_CLASSES.map((taxClass) => (
              <th key={taxClass} scope="col" className="amount">
                {t(`tax.class_${taxClass}`)}
              </th>
            ))}
            <th scope="col" className="amount">
              {t("tax.columnVat")}
            </th>
            <th scope="col" className="amount">
              {t("tax.columnPit")}
            </th>
            <th scope="col" className="amount">
              {t("tax.columnTax")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.householdId} row={row} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Row({ row }: { row: TaxMonthRow }) {
  const t = useT();
  const language = useLanguage();
  const amounts = [
    ...TAX_CLASSES.map((taxClass) => ({
      label: t(`tax.class_${taxClass}`),
      amountVnd: row.revenueVnd[taxClass],
    })),
    { label: t("tax.columnVat"), amountVnd: row.vatVnd },
    { label: t("tax.columnPit"), amountVnd: row.pitVnd },
    { label: t("tax.columnTax"), amountVnd: row.vatVnd + row.pitVnd },
  ];
  return (
    <tr>
      <th scope="row">{row.householdName}</th>
      <td data-label={t("tax.columnTaxCode")} className="num">
        {row.taxCode ?? t("tax.noTaxCode")}
      </td>
      {amounts.map(({ label, amountVnd }) => (
        <td key={label} data-label={label} className="amount">
          <Money amountVnd={amountVnd} language={language} />
        </td>
      ))}
    </tr>
  );
}
