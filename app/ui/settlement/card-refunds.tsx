import type { CardMoneyView } from "~/domain/payments/types-cards";
import { formatInteger } from "~/platform/money";
import { LocalTime } from "~/ui/primitives/local-time";
import { Money } from "~/ui/primitives/money";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** Back to the card: what can still go there, and what became of what went. */
export function CardRefunds(props: {
  ownerId: string;
  owedVnd: number;
  card: CardMoneyView;
  userId: string;
}) {
  const { ownerId, owedVnd, card } = props;
  const t = useT();
  const language = useLanguage();
  const mostVnd = Math.max(0, ...card.charges.map(({ leftVnd }) => leftVnd));
  const waits = card.refunds.some(({ status }) => status === "prepared");
  const isStopped = card.isDisputed || card.isUnbooked || card.isOff;
  const mayRefund = !isStopped && !waits && owedVnd > 0 && mostVnd > 0;
  return (
    <section className="mt-10" aria-labelledby="card-refunds">
      <h2 id="card-refunds" className="text-xl">
        {t("money.cardRefundTitle")}
      </h2>
      <p className="max-w-prose text-soft">{t("money.cardRefundText")}</p>
      {card.isDisputed ? <Notice tone="attention" title={t("money.cardDisputed")} /> : null}
      {mayRefund ? (
        <form method="post" action={paths.cardRefund(ownerId)} className="mt-4">
          <input type="hidden" name="seenOwedVnd" value={owedVnd} />
          <label htmlFor="cardAmount" className="block font-medium">
            {t("money.amount")}
          </label>
          <input
            id="cardAmount"
            name="amountVnd"
            inputMode="numeric"
            autoComplete="off"
            className="field mt-1 mb-4"
            defaultValue={formatInteger(Math.min(owedVnd, mostVnd), language)}
          />
          <button className="button button-main">{t("money.cardRefund")}</button>
        </form>
      ) : null}
      {card.refunds.length > 0 ? (
        <ul className="mt-4">
          {card.refunds.map((refund) => (
            <li key={refund.id} className="border-b border-line py-3">
              <Money amountVnd={refund.amountVnd} language={language} /> ·{" "}
              <strong>{t(`money.cardRefund_${refund.status}`)}</strong> ·{" "}
              {t(`money.cardRefundCause_${refund.cause}`)} ·{" "}
              <LocalTime instant={refund.preparedAt} />
              {refund.status === "prepared" ? (
                <Decision refundId={refund.id} isOwn={refund.preparedById === props.userId} />
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** Who prepared it may only take it back. */
function Decision({ refundId, isOwn }: { refundId: string; isOwn: boolean }) {
  const t = useT();
  return (
    <form
      method="post"
      action={paths.cardRefundDecision(refundId)}
      className="mt-2 flex flex-wrap items-center gap-3"
    >
      {isOwn ? (
        <span className="text-soft">{t("money.cardRefundSecond")}</span>
      ) : (
        <button name="to" value="approved" className="button button-main">
          {t("money.cardRefundApprove")}
        </button>
      )}
      <button name="to" value="withdrawn" className="button button-quiet">
        {t("money.cardRefundWithdraw")}
      </button>
    </form>
  );
}
