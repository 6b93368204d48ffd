import type { RefundView } from "~/domain/settlement/types-disbursements";
import { Fact } from "~/ui/catalog/product-facts";
import { LocalTime } from "~/ui/primitives/local-time";
import { Money } from "~/ui/primitives/money";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** What is owed to whom, and where it is to go. */
export function RefundHead({ refund }: { refund: RefundView }) {
  const t = useT();
  const language = useLanguage();
  const { orderCode, line, payee, ownerId } = refund;
  return (
    <>
      <p className="text-soft">{t("money.refundTitle")}</p>
      <h1 className="text-3xl">
        {orderCode ? (
          <>
            {t("money.refundOrder")} <span className="num">{orderCode}</span>
          </>
        ) : (
          t("money.refundSender")
        )}
      </h1>
      <dl className="facts mt-4">
        <Fact term={t("money.owed")}>
          <strong className="text-xl">
            <Money amountVnd={refund.owedVnd} language={language} />
          </strong>
        </Fact>
        {refund.onTheWayVnd > 0 ? (
          <Fact term={t("money.onTheWay")}>
            <Money amountVnd={refund.onTheWayVnd} language={language} />
          </Fact>
        ) : null}
        {line ? (
          <Fact term={t("money.refundLine")}>
            <a href={paths.bankLine(ownerId)}>{line.content || t("money.noMemo")}</a> ·{" "}
            <LocalTime instant={line.occurredAt} />
          </Fact>
        ) : null}
        <Fact term={t("money.payeeTitle")}>
          {payee ? (
            <>
              {payee.bankName} <span className="num">•••• {payee.accountEnding}</span> ·{" "}
              <LocalTime instant={payee.enteredAt} /> ·{" "}
              {payee.enteredByName === null
                ? t("money.enteredByBuyer")
                : t("money.enteredBy", { name: payee.enteredByName })}
            </>
          ) : (
            t("money.payeeUnknown")
          )}
        </Fact>
      </dl>
      {refund.owedVnd > 0 && payee?.waitsUntil ? (
        <Notice tone="attention" title={t("money.payeeWaits")}>
          <p>
            {t("money.payeeWaitsText")} <LocalTime instant={payee.waitsUntil} />
          </p>
        </Notice>
      ) : null}
      {refund.owedVnd > 0 ? (
        <p className="mt-3">
          <a className="button button-quiet" href={paths.refundPayee(ownerId)}>
            {payee ? t("money.payeeChange") : t("money.payeeEnter")}
          </a>
        </p>
      ) : null}
    </>
  );
}
