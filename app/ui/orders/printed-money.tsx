import type { CheckoutView } from "~/domain/orders/types";
import type { PaymentView } from "~/domain/payments/types";
import type { BuyerRefund } from "~/domain/settlement/types-disbursements";
import { Fact } from "~/ui/catalog/product-facts";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";

/** What became of what the buyer pays: given back, paid, owed and still to pay; what is nothing is left out. */
export function PrintedMoney(props: {
  checkout: CheckoutView;
  payment: PaymentView;
  refund: BuyerRefund | null;
  returnedVnd: number;
}) {
  const t = useT();
  const language = useLanguage();
  const { checkout, payment, refund, returnedVnd } = props;
  const leftVnd = checkout.dueVnd - checkout.fallenVnd - returnedVnd;
  const facts = [
    { term: t("orders.printReturned"), amountVnd: returnedVnd },
    { term: t("orders.printStays"), amountVnd: returnedVnd === 0 ? 0 : leftVnd },
    { term: t("orders.printCaptured"), amountVnd: payment.capturedVnd },
    { term: t("orders.printRefundDue"), amountVnd: payment.refundDueVnd },
    { term: t("money.onTheWay"), amountVnd: refund?.onTheWayVnd ?? 0 },
    { term: t("orders.printPaidBack"), amountVnd: refund?.paidVnd ?? 0 },
    { term: t("orders.printRemaining"), amountVnd: payment.remainingVnd },
  ].filter(({ amountVnd }) => amountVnd > 0);
  return (
    <dl className="facts">
      {facts.map(({ term, amountVnd }) => (
        <Fact key={term} term={term}>
          <Money amountVnd={amountVnd} language={language} />
        </Fact>
      ))}
    </dl>
  );
}
