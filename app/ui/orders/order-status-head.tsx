import { isLapsed } from "~/domain/orders/refilled-cart";
import { moneyNoteOf, type BuyerStage } from "~/domain/payments/buyer-stage";
import type { CheckoutView } from "~/domain/orders/types";
import type { PaymentView } from "~/domain/payments/types";
import type { BuyerRefund } from "~/domain/settlement/types-disbursements";
import { formatVnd } from "~/platform/money";
import { formatInstant } from "~/platform/period";
import { LocalTime } from "~/ui/primitives/local-time";
import { Notice } from "~/ui/primitives/notice";
import { BuyerRefundNotice } from "~/ui/settlement/buyer-refund-notice";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** How the order stands, in words, and what that means for the buyer. */
export function OrderStatusHead(props: {
  checkout: CheckoutView;
  payment: PaymentView;
  stage: BuyerStage;
  refund: BuyerRefund | null;
  /** One that only shows has no moves. */
  link: { key: string; mayAct: boolean };
}) {
  const { checkout, payment, stage, link } = props;
  const t = useT();
  const language = useLanguage();
  const words = useStageWords(props);
  return (
    <header className="pt-4">
      <p className="text-soft">
        {t("orders.orderNumber")} <strong className="num text-ink">{checkout.code}</strong> ·{" "}
        <LocalTime instant={checkout.placedAt} />
      </p>
      <h1 className="mt-1 text-3xl md:text-4xl">{words.title}</h1>
      <p className="mt-2 max-w-prose text-lg text-soft">{words.text}</p>
      <MoneyNotice payment={payment} />
      {props.refund ? (
        <BuyerRefundNotice refund={props.refund} code={checkout.code} link={link} />
      ) : null}
      {link.mayAct && checkout.status === "awaiting_payment" ? (
        <p className="no-print mt-3 flex flex-wrap gap-x-6">
          <a
            href={paths.orderMethod(language, { code: checkout.code, key: link.key })}
            className="inline-flex min-h-12 items-center"
          >
            {t("orders.methodLink")}
          </a>
          <a
            href={paths.orderCancellation(language, { code: checkout.code, key: link.key })}
            className="inline-flex min-h-12 items-center"
          >
            {t("orders.cancelUnpaidLink")}
          </a>
        </p>
      ) : null}
      {link.mayAct && checkout.orders.some((order) => isLapsed(order.status)) ? (
        <OrderAgain code={checkout.code} orderKey={link.key} stage={stage} />
      ) : null}
      {link.mayAct && checkout.orders.some((order) => order.status === "delivered") ? (
        <form
          method="post"
          action={paths.orderAgain(language, checkout.code, link.key)}
          className="no-print mt-4"
        >
          <button name="what" value="received" className="button button-quiet">
            {t("orders.buyAgain")}
          </button>
        </form>
      ) : null}
    </header>
  );
}

/** How it stands: as the stage says, but where a card is waited for or everything is there to be fetched. */
function useStageWords(of: { checkout: CheckoutView; payment: PaymentView; stage: BuyerStage }) {
  const { checkout, payment, stage } = of;
  const t = useT();
  const language = useLanguage();
  const money = (amountVnd: number) => formatVnd(amountVnd, language);
  const isReady =
    stage === "shipped" &&
    checkout.orders.every(({ status, pickupPoint }) => status !== "shipped" || pickupPoint);
  if (isReady) return { title: t("shipping.stage_ready"), text: t("shipping.stageText_ready") };
  const remaining = money(payment.remainingVnd);
  if (payment.method === "card" && stage === "awaiting_payment") {
    return { title: t("payments.cardStage"), text: t("payments.cardStageText", { remaining }) };
  }
  const captured = money(payment.capturedVnd);
  const total = money(checkout.dueVnd);
  return {
    title: t(`orders.stage_${stage}`),
    text: t(`orders.stageText_${stage}`, { captured, remaining, total }),
  };
}

/** What expired or was cancelled, back into the cart with one press. */
function OrderAgain(props: { code: string; orderKey: string; stage: BuyerStage }) {
  const t = useT();
  const language = useLanguage();
  const isOver = props.stage === "expired" || props.stage === "closed";
  return (
    <form
      method="post"
      action={paths.orderAgain(language, props.code, props.orderKey)}
      className="no-print mt-5 flex flex-wrap gap-3"
    >
      <button className={`button ${isOver ? "button-main" : "button-quiet"}`}>
        {isOver ? t("orders.orderAgain") : t("orders.orderCancelledAgain")}
      </button>
      {isOver ? (
        <a className="button button-quiet" href={paths.products(language)}>
          {t("common.seeProducts")}
        </a>
      ) : null}
    </form>
  );
}

/** That the money has come, how much and when; or what is to be paid at the door. */
function MoneyNotice({ payment }: { payment: PaymentView }) {
  const t = useT();
  const language = useLanguage();
  const note = moneyNoteOf(payment);
  if (note === null) return null;
  const amount = formatVnd(note.amountVnd, language);
  if (note.kind === "at_the_door") {
    return <Notice tone="plain" title={t("orders.money_at_the_door", { amount })} />;
  }
  const values = { amount, time: formatInstant(note.at) };
  return <Notice tone="good" title={t(`orders.money_${note.kind}`, values)} />;
}
