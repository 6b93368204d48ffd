import type { BatchPayout } from "~/domain/settlement/types-payouts";
import { StatusMark } from "~/ui/households/icon";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { paths } from "~/web/paths";
import { DISBURSEMENT_MARKS } from "./disbursement-marks";

/** Who is paid how much by which code, and what has become of it. */
export function BatchPayouts({ payouts }: { payouts: readonly BatchPayout[] }) {
  const t = useT();
  const language = useLanguage();
  const standing = payouts.filter(({ status }) => status !== "withdrawn" && status !== "returned");
  const totalVnd = standing.reduce((total, { amountVnd }) => total + amountVnd, 0);
  return (
    <section className="mt-8" aria-labelledby="payouts">
      <h2 id="payouts" className="text-xl">
        {t("payouts.payoutsTitle")}
      </h2>
      <ScrollRegion label={t("payouts.payoutsScroll")}>
        <table className="table text-sm">
          <thead>
            <tr>
              <th scope="col">{t("payouts.columnCode")}</th>
              <th scope="col">{t("payouts.columnHousehold")}</th>
              <th scope="col" className="amount">
                {t("payouts.columnAmount")}
              </th>
              <th scope="col">{t("payouts.columnState")}</th>
              <th scope="col">{t("payouts.columnAccount")}</th>
              <th scope="col" className="amount">
                {t("payouts.columnOrders")}
              </th>
            </tr>
          </thead>
          <tbody>
            {payouts.map((one) => (
              <PayoutRow key={one.code} payout={one} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                {t("payouts.total")}
              </th>
              <td className="amount text-base font-bold">
                <Money amountVnd={totalVnd} language={language} />
              </td>
            </tr>
          </tfoot>
        </table>
      </ScrollRegion>
    </section>
  );
}

function PayoutRow({ payout }: { payout: BatchPayout }) {
  const t = useT();
  const language = useLanguage();
  const { code, status, stop, note } = payout;
  const why = stop === null ? note : t(`payouts.stop_${stop}`);
  return (
    <tr>
      <th scope="row" className="num whitespace-nowrap">
        <a href={paths.disbursement(code)} className="inline-flex min-h-12 items-center">
          {code}
        </a>
      </th>
      <td className="min-w-40">{payout.householdName}</td>
      <td className="amount font-semibold">
        <Money amountVnd={payout.amountVnd} language={language} />
      </td>
      <td className="min-w-48">
        <StatusMark {...DISBURSEMENT_MARKS[status]} text={t(`money.disbursement_${status}`)} />
        {why === null ? null : (
          <span className="block text-persimmon">
            {status === "prepared"
              ? t("payouts.willStop", { why })
              : t("payouts.takenOut", { why })}
          </span>
        )}
      </td>
      <td className="whitespace-nowrap">
        {payout.bankName} <span className="num">•••• {payout.accountEnding}</span>
      </td>
      <td className="amount num">{payout.orderCount}</td>
    </tr>
  );
}
