import type { BuyerRefund } from "~/domain/settlement/types-disbursements";
import { formatVnd } from "~/platform/money";
import { useMark } from "~/ui/in-language";
import { LocalTime } from "~/ui/primitives/local-time";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/**
 * What the market owes its buyer, what is on its way and what was paid back. Where it goes is the buyer's to say and to
 * read: a link that only shows has neither.
 */
export function BuyerRefundNotice(props: {
  refund: BuyerRefund;
  code: string;
  link: { key: string; mayAct: boolean };
}) {
  const t = useT();
  const mark = useMark();
  const language = useLanguage();
  const { refund, code, link } = props;
  const { owedVnd, onTheWayVnd, paidVnd, payee } = refund;
  const amount = (vnd: number) => formatVnd(vnd, language);
  const { sending, cardOwedVnd, goneVoucher } = refund;
  const asksForAccount = owedVnd > cardOwedVnd;
  const account = payee ? `${payee.bankName} •••• ${payee.accountEnding}` : "";
  return (
    <>
      {goneVoucher === null ? null : (
        <p className="mt-3 max-w-prose">{t("vouchers.gone", { name: mark(goneVoucher, "vi") })}</p>
      )}
      {owedVnd > 0 ? (
        <Notice tone="attention" title={t("payments.refundDue", { amount: amount(owedVnd) })}>
          {cardOwedVnd > 0 && !payee ? (
            <p>
              {t(asksForAccount ? "money.cardOwedPart" : "money.cardOwedText", {
                amount: amount(cardOwedVnd),
              })}
            </p>
          ) : null}
          {link.mayAct && (asksForAccount || payee) ? (
            <>
              <p>{payee ? t("money.refundWhere", { account }) : t("money.refundAsk")}</p>
              {payee?.waitsUntil ? (
                <p>
                  {t("money.payeeBuyerWaits")} <LocalTime instant={payee.waitsUntil} />
                </p>
              ) : null}
              <p className="no-print mt-2">
                <a
                  className={`button ${payee ? "button-quiet" : "button-main"}`}
                  href={paths.refundAccount(language, code, link.key)}
                >
                  {payee ? t("money.refundChange") : t("money.refundEnter")}
                </a>
              </p>
            </>
          ) : null}
        </Notice>
      ) : null}
      {onTheWayVnd > 0 ? (
        <Notice tone="plain" title={t("money.refundSending", { amount: amount(onTheWayVnd) })}>
          {link.mayAct && sending ? (
            <p>
              {t("money.refundSendingText", {
                account: `${sending.bankName} •••• ${sending.accountEnding}`,
              })}
            </p>
          ) : null}
        </Notice>
      ) : null}
      {refund.toCardVnd > 0 ? (
        <Notice tone="good" title={t("money.cardSentBack", { amount: amount(refund.toCardVnd) })}>
          <p>{t("money.cardSentBackText")}</p>
        </Notice>
      ) : null}
      {paidVnd > 0 ? (
        <Notice tone="good" title={t("money.refundPaid", { amount: amount(paidVnd) })} />
      ) : null}
    </>
  );
}
