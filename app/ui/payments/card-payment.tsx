import type { CardOffer } from "~/domain/payments/types-cards";
import { formatVnd } from "~/platform/money";
import { LocalTime } from "~/ui/primitives/local-time";
import { Notice } from "~/ui/primitives/notice";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** The way to the page where the card is typed. Who comes back from there waits for its news and for nothing of theirs. */
export function CardPayment(props: {
  code: string;
  orderKey: string;
  offer: CardOffer;
  payBy: number | null;
  hasReturned: boolean;
}) {
  const { code, orderKey: key, offer } = props;
  const t = useT();
  const language = useLanguage();
  return (
    <section className="no-print mt-6 border-y border-line py-6" aria-labelledby="card">
      <h2 id="card" className="text-xl">
        {t("payments.cardTitle")}
      </h2>
      {props.hasReturned ? (
        <Notice tone="plain" title={t("payments.cardPending")}>
          <p>{t("payments.cardPendingText")}</p>
          <p className="mt-2">
            <a className="button button-quiet" href={paths.orderAfterCard(language, code, key)}>
              {t("payments.lookAgain")}
            </a>
          </p>
        </Notice>
      ) : null}
      {offer.isOff ? (
        <Notice tone="attention" title={t("payments.cardOff")}>
          <p>
            <a className="button button-main" href={paths.orderMethod(language, { code, key })}>
              {t("orders.methodLink")}
            </a>
          </p>
        </Notice>
      ) : (
        <>
          <p className="mt-2 max-w-prose">{t("payments.cardLead")}</p>
          <form method="post" action={paths.orderCard(language, { code, key })} className="mt-4">
            <button className="button button-main">
              {t(offer.hasBegun ? "payments.cardGoOn" : "payments.cardPay", {
                amount: formatVnd(offer.amountVnd, language),
              })}
            </button>
          </form>
        </>
      )}
      {props.payBy === null ? null : (
        <p className="mt-4 font-medium text-persimmon">
          {t("payments.heldUntil")} <LocalTime instant={props.payBy} />
        </p>
      )}
    </section>
  );
}
