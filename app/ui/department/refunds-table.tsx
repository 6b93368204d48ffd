import type { RefundDue } from "~/domain/settlement/types";
import { LocalTime } from "~/ui/primitives/local-time";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { ScrollRegion } from "~/ui/statistics/scroll-region";

/** Whom the market owes how much, why and since when. */
export function RefundsTable({ refunds }: { refunds: readonly RefundDue[] }) {
  const t = useT();
  const language = useLanguage();
  return (
    <ScrollRegion label={t("department.refundsScroll")}>
      <table className="table text-sm">
        <thead>
          <tr>
            <th scope="col">{t("department.columnOrder")}</th>
            <th scope="col" className="amount">
              {t("department.columnOwed")}
            </th>
            <th scope="col">{t("department.columnWhy")}</th>
            <th scope="col">{t("department.columnSince")}</th>
            <th scope="col">{t("department.columnPhone")}</th>
            <th scope="col" className="whitespace-nowrap">
              {t("money.payeeTitle")}
            </th>
          </tr>
        </thead>
        <tbody>
          {refunds.map((refund) => (
            <tr key={refund.ownerId}>
              <th scope="row" className="whitespace-nowrap">
                <a
                  href={paths.refund(refund.ownerId)}
                  className="num inline-flex min-h-12 items-center"
                >
                  {refund.orderCode ?? t("money.senderOf")}
                </a>
              </th>
              <td className="amount font-semibold">
                <Money amountVnd={refund.amountVnd} language={language} />
              </td>
              <td className="min-w-48">
                {refund.causes.map((cause) => (
                  <span key={cause} className="block">
                    {t(`department.refundCause_${cause}`)}
                  </span>
                ))}
              </td>
              <td className="whitespace-nowrap">
                <LocalTime instant={refund.since} />
              </td>
              <td className="num whitespace-nowrap">{refund.maskedPhone ?? "–"}</td>
              <td>{refund.hasPayee ? t("money.payeeKnown") : t("money.payeeToAsk")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
