import { decimalsOf, formatBillions } from "~/domain/statistics/billions";
import type { RetailTotalVintage } from "~/domain/statistics/types";
import { formatMonth } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { LocalDay, LocalTime } from "~/ui/primitives/local-time";
import { useLanguage, useT } from "~/ui/site";
import { SampleBadge } from "~/ui/statistics/sample-badge";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { paths } from "~/web/paths";

/** Every vintage that was entered, which of them count, and who entered them. */
export function RetailTotalsTable({ totals }: { totals: readonly RetailTotalVintage[] }) {
  const t = useT();
  const decimals = decimalsOf(totals.map((total) => total.amountVnd));
  return (
    <ScrollRegion label={t("department.retailTotalsScroll")}>
      <table className="table mt-3 text-sm">
        <thead>
          <tr>
            <th scope="col">{t("department.columnMonth")}</th>
            <th scope="col" className="amount">
              {t("department.columnAmount")}
            </th>
            <th scope="col">{t("department.columnKind")}</th>
            <th scope="col">{t("department.columnStage")}</th>
            <th scope="col">{t("department.columnPublished")}</th>
            <th scope="col">{t("department.columnSource")}</th>
            <th scope="col">{t("department.columnEntered")}</th>
          </tr>
        </thead>
        <tbody>
          {totals.map((total) => (
            <VintageRow key={total.id} total={total} decimals={decimals} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function VintageRow({ total, decimals }: { total: RetailTotalVintage; decimals: number }) {
  const t = useT();
  const language = useLanguage();
  const mark = useMark();
  return (
    <tr className={total.isInUse ? "" : "text-soft"}>
      <th scope="row" className="num whitespace-nowrap">
        {formatMonth(total.month)}
      </th>
      <td className="amount">
        <span className={total.isInUse ? "font-semibold" : ""}>
          {formatBillions(total.amountVnd, language, decimals)}
        </span>
        <span className="block font-normal">
          {total.isInUse ? t("department.inUse") : t("department.superseded")}
        </span>
      </td>
      <td className="min-w-48">{t(`statistics.kind_${total.kind}`)}</td>
      <td className="whitespace-nowrap">{t(`statistics.stage_${total.stage}`)}</td>
      <td>
        <LocalDay date={total.publishedOn} />
      </td>
      <td className="min-w-48">
        {mark(total.source)} {total.isSample ? <SampleBadge /> : null}
        {total.fileId === null ? null : (
          <a className="block underline" href={paths.sourceFile(total.fileId)}>
            {t("department.retailFile")}
          </a>
        )}
      </td>
      <td>
        {total.enteredBy}
        <span className="block">
          <LocalTime instant={total.enteredAt} />
        </span>
      </td>
    </tr>
  );
}
