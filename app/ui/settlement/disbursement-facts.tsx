import type { DisbursementView } from "~/domain/settlement/types-disbursements";
import { Fact } from "~/ui/catalog/product-facts";
import { StatusMark } from "~/ui/households/icon";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { DISBURSEMENT_MARKS } from "./disbursement-marks";

/** How much goes where, what for, and how it stands. */
export function DisbursementFacts({ disbursement }: { disbursement: DisbursementView }) {
  const t = useT();
  const language = useLanguage();
  const { code, status, isWallet, orderCode, ownerId, payout, bankTransactionId } = disbursement;
  return (
    <>
      <p className="text-soft">
        {t("money.disbursementTitle")} <strong className="num text-ink">{code}</strong>
      </p>
      <h1 className="text-3xl">
        <Money amountVnd={disbursement.amountVnd} language={language} />
      </h1>
      <p className="mt-2">
        <StatusMark {...DISBURSEMENT_MARKS[status]} text={t(`money.disbursement_${status}`)} />
      </p>
      <p className="mt-2 max-w-prose">
        {isWallet && (status === "approved" || status === "paid" || status === "returned")
          ? t(`payouts.walletText_${status}`)
          : t(`money.disbursementText_${status}`)}
      </p>
      <dl className="facts mt-4">
        {payout ? (
          <Fact term={t("payouts.what")}>
            {payout.householdName}
            <a href={paths.payoutBatch(payout.batchCode)} className="block">
              {t("payouts.batchOf", { code: payout.batchCode })}
            </a>
          </Fact>
        ) : (
          <Fact term={t("money.what")}>
            <a href={paths.refund(ownerId)}>
              {orderCode ? `${t("money.refundOrder")} ${orderCode}` : t("money.refundSender")}
            </a>
          </Fact>
        )}
        <Fact term={t("money.payeeTitle")}>
          {disbursement.bankName} <span className="num">•••• {disbursement.accountEnding}</span>
        </Fact>
        {bankTransactionId ? (
          <Fact term={t("money.paidBy")}>
            <a href={paths.bankLine(bankTransactionId)}>{t("money.openLine")}</a>
          </Fact>
        ) : null}
      </dl>
    </>
  );
}
