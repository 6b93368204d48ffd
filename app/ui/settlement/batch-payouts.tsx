import type { BatchPayout } from "~/domain/settlement/types-payouts";
import { StatusMark } from "~/ui/households/icon";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { ScrollRegion } from "~/ui/statistics/scroll-region";
import { paths } from "~/web/paths";
import { splitByWay, sumOf } from "./batch-ways";
import { DISBURSEMENT_MARKS } from "./disbursement-marks";

/** Who is paid how much by which code, and what has become of it. */
export function BatchPayouts({ payouts }: { payouts: readonly BatchPayout[] }) {
  const t = useT();
  const standing = payouts.filter(({ status }) => status !== "withdrawn" && status !== "returned");
  const { byBank, byApp } = splitByWay(standing);
  return (
    <section className="mt-8" aria-labelledby="payouts">
      <h2 id="payouts" className="text-xl">
        {t("payouts.payoutsTitle")}
      </h2>
      <ScrollRegion label={t("payouts.payoutsScroll")} stacks>
        <table className="table table-stacks text-sm">
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
            <Total name={t("payouts.total")} amountVnd={sumOf(standing)} isWhole />
            {byApp.length === 0 ? null : (
              <>
                <Total name={t("payouts.totalByBank")} amountVnd={sumOf(byBank)} />
                <Total name={t("payouts.totalByApp")} amountVnd={sumOf(byApp)} />
              </>
            )}
          </tfoot>
        </table>
      </ScrollRegion>
    </section>
  );
}

function Total(props: { name: string; amountVnd: number; isWhole?: true }) {
  const language = useLanguage();
  return (
    <tr>
      <th scope="row" colSpan={2} className={props.isWhole ? "" : "font-normal"}>
        {props.name}
      </th>
      <td className={`amount ${props.isWhole ? "text-base font-bold" : ""}`}>
        <Money amountVnd={props.amountVnd} language={language} />
      </td>
    </tr>
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
      <td data-label={t("payouts.columnHousehold")} className="min-w-40">
        {payout.householdName}
      </td>
      <td data-label={t("payouts.columnAmount")} className="amount font-semibold">
        <Money amountVnd={payout.amountVnd} language={language} />
      </td>
      <td data-label={t("payouts.columnState")} className="min-w-48">
        <StatusMark {...DISBURSEMENT_MARKS[status]} text={t(`money.disbursement_${status}`)} />
        {why === null ? null : (
          <span className="block text-persimmon">
            {status === "prepared"
              ? t("payouts.willStop", { why })
              : t("payouts.takenOut", { why })}
          </span>
        )}
      </td>
      <td data-label={t("payouts.columnAccount")} className="whitespace-nowrap">
        {payout.bankName} <span className="num">•••• {payout.accountEnding}</span>
      </td>
      <td data-label={t("payouts.columnOrders")} className="amount num">
        {payout.orderCount}
      </td>
    </tr>
  );
}
