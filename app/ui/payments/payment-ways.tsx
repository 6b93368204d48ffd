import type { CheckoutView } from "~/domain/orders/types";
import type { PaymentView } from "~/domain/payments/types";
import type { CardOffer } from "~/domain/payments/types-cards";
import { CardPayment } from "./card-payment";
import { TransferInstructions } from "./transfer-instructions";

/** How what is still due is paid: by transfer or by card, as the buyer chose; nothing once nothing is due. */
export function PaymentWays(props: {
  checkout: Pick<CheckoutView, "code" | "payBy">;
  payment: PaymentView;
  orderKey: string;
  card: CardOffer | null;
  hasReturned: boolean;
}) {
  const { payment, card, orderKey, hasReturned } = props;
  const of = { code: props.checkout.code, payBy: props.checkout.payBy, orderKey };
  if (card) return <CardPayment {...of} offer={card} hasReturned={hasReturned} />;
  return payment.vietQrPayload ? <TransferInstructions {...of} payment={payment} /> : null;
}
