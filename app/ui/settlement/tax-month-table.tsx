import { TAX_CLASSES } from "~/domain/catalog/tax-class";
import type { TaxMonthRow } from "~/domain/settlement/types-tax";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";

/** What was kept back of each household, with the revenue by class that it was taken of. */
export function TaxMonthTable({ rows }: { rows: readonly TaxMonthRow[] }) {
  const t = useT();
  return (
    <ScrollRegion label={t("tax.monthScroll")}>
      <table className="table text-sm">
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
    ...TAX_CLASSES.map((taxClass) => row.revenueVnd[taxClass]),
    row.vatVnd,
    row.pitVnd,
    row.vatVnd + row.pitVnd,
  ];
  return (
    <tr>
      <th scope="row">{row.householdName}</th>
      <td className="num">{row.taxCode ?? t("tax.noTaxCode")}</td>
      {amounts.map((amountVnd, i) => (
        <td key={i} className="amount">
          <Money amountVnd={amountVnd} language={language} />
        </td>
      ))}
    </tr>
  );
}
