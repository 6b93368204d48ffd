import type { HouseholdYearRow } from "~/domain/settlement/types-tax";
import { StatusMark } from "~/ui/households/icon";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";

/** Households by what they have sold in a year; a threshold of 0 is none. */
export function TaxYearTable({ rows }: { rows: readonly HouseholdYearRow[] }) {
  const t = useT();
  const language = useLanguage();
  return (
    <ScrollRegion label={t("tax.yearsScroll")} stacks>
      <table className="table table-stacks text-sm">
        <thead>
          <tr>
            <th scope="col">{t("tax.columnHousehold")}</th>
            <th scope="col">{t("tax.columnTaxCode")}</th>
            <th scope="col" className="amount">
              {t("tax.columnRevenue")}
            </th>
            <th scope="col" className="amount">
              {t("tax.columnShare")}
            </th>
            <th scope="col">{t("tax.columnMark")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.householdSlug}>
              <th scope="row">{row.householdName}</th>
              <td data-label={t("tax.columnTaxCode")} className="num">
                {row.taxCode ?? t("tax.noTaxCode")}
              </td>
              <td data-label={t("tax.columnRevenue")} className="amount">
                <Money amountVnd={row.revenueVnd} language={language} />
              </td>
              <td data-label={t("tax.columnShare")} className="amount">
                {row.thresholdVnd === 0 ? "" : `${row.percent} %`}
              </td>
              <td data-label={row.mark === null ? undefined : t("tax.columnMark")}>
                {row.mark === null ? null : (
                  <StatusMark icon="alert" tone="honey" text={t(`tax.mark_${row.mark}`)} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
