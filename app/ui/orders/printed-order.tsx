import { printedKindOf } from "~/domain/orders/printed-kind";
import type { PrintedSeller } from "~/domain/orders/types-print";
import type { CheckoutOrderView, CheckoutView } from "~/domain/orders/types";
import type { PaymentView } from "~/domain/payments/types";
import type { BuyerRefund } from "~/domain/settlement/types-disbursements";
import { formatInstant } from "~/platform/period";
import { useMark } from "~/ui/in-language";
import { useLanguage, useSite, useT } from "~/ui/site";
import { formatVnd } from "~/platform/money";
import { DeliveryWay } from "./order-delivery";
import { OrderFacts } from "./order-facts";
import { OrderedLines } from "./ordered-lines";
import { orderStatusText } from "./order-status-text";
import { PrintedMoney } from "./printed-money";
import { PrintedPacks, PrintedSellerText } from "./printed-seller";
import { PrintedTerms } from "./printed-terms";

/** What article 37 of the Consumer Protection Law asks a seller at a distance to say, on one sheet. */
export function PrintedOrder(props: {
  checkout: CheckoutView;
  payment: PaymentView;
  /** What was given back of goods that came back. */
  refund: BuyerRefund | null;
  returnedVnd: number;
  sellers: readonly PrintedSeller[];
}) {
  const t = useT();
  const mark = useMark();
  const { operator } = useSite();
  const { checkout, payment, refund, returnedVnd, sellers } = props;
  const kind = printedKindOf(checkout.status);
  return (
    <article>
      <h1 className="text-3xl">{t(`orders.printTitle_${kind}`, { code: checkout.code })}</h1>
      <p className="mt-1">
        {t("orders.printPlaced", { time: formatInstant(checkout.placedAt) })}
        {payment.paidAt === null
          ? ""
          : ` ${t("orders.printPaid", { time: formatInstant(payment.paidAt) })}`}
      </p>
      {kind === "confirmed" ? null : (
        <p className="mt-1 font-semibold">
          {t(`orders.printText_${kind}`, { time: formatInstant(checkout.payBy ?? 0) })}
        </p>
      )}
      <p className="mt-1">
        {t("common.operator", {
          name: mark(operator.name, "vi"),
          contact: mark(operator.contact, "vi"),
        })}
      </p>
      {checkout.orders.map((order) => (
        <PrintedPart
          key={order.code}
          order={order}
          seller={sellers.find((one) => one.orderCode === order.code)}
        />
      ))}
      <section className="mt-6 border-t border-line pt-3">
        <h2 className="mb-2 text-xl">{t("orders.facts")}</h2>
        <OrderFacts checkout={checkout} />
        <PrintedMoney
          checkout={checkout}
          payment={payment}
          refund={refund}
          returnedVnd={returnedVnd}
        />
        <p className="mt-2 text-sm">{t("orders.printTax")}</p>
      </section>
      <PrintedTerms checkout={checkout} />
    </article>
  );
}

/** What one household sells of it, from where, and how it comes. */
function PrintedPart(props: { order: CheckoutOrderView; seller: PrintedSeller | undefined }) {
  const t = useT();
  const language = useLanguage();
  const { order, seller } = props;
  return (
    <section className="mt-6 border-t border-line pt-3">
      <h2 className="text-xl">
        {order.householdName} <span className="num font-normal">· {order.code}</span>
      </h2>
      {seller ? <PrintedSellerText seller={seller} order={order} /> : null}
      <DeliveryWay order={order} />
      {seller ? <PrintedPacks packs={seller.packs} /> : null}
      <OrderedLines order={order} />
      <p className="text-right font-semibold">
        {t("common.total")}: {formatVnd(order.totalVnd, language)} · {orderStatusText(t, order)}
      </p>
    </section>
  );
}
