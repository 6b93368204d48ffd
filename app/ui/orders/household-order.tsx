import type { ReactNode } from "react";
import type { OrderStatus } from "~/domain/orders/order-status";
import type { CheckoutOrderView } from "~/domain/orders/types";
import { useMark } from "~/ui/in-language";
import { useLanguage, useT } from "~/ui/site";
import type { Translate } from "~/web/i18n";
import { paths } from "~/web/paths";
import { OrderDelivery } from "./order-delivery";
import { orderStatusText } from "./order-status-text";
import { OrderedLines } from "./ordered-lines";

const STEPS = ["placed", "confirmed", "shipped", "delivered"] as const;

/** One household's part of what was ordered: how far it is, its parcel and its lines. */
export function HouseholdOrder(props: {
  order: CheckoutOrderView;
  orderKey: string;
  children?: ReactNode;
}) {
  const language = useLanguage();
  const { order, orderKey, children } = props;
  return (
    <section className="border-t border-line py-6">
      <h3 className="text-lg">
        <a href={paths.household(language, order.householdSlug)}>{order.householdName}</a>
        <span className="num font-normal text-soft"> · {order.code}</span>
      </h3>
      <Progress order={order} />
      <OrderDelivery order={order} orderKey={orderKey} />
      {order.lineItems.length > 0 ? <OrderedLines order={order} /> : null}
      {children}
    </section>
  );
}

/** The four steps, or the one word for an order that left the road. */
function Progress({ order }: { order: CheckoutOrderView }) {
  const t = useT();
  const mark = useMark();
  // A packed order stands at the same step as one that is being prepared.
  const stands = order.status === "packed" ? "confirmed" : order.status;
  const reached = STEPS.findIndex((step) => step === stands);
  if (reached < 0) {
    return (
      <p className="mt-2 font-medium text-persimmon">
        {orderStatusText(t, order)}
        {order.statusBy === "buyer" || order.statusBy === "clock" ? (
          <> ({t(`orders.statusBy_${order.statusBy}`)})</>
        ) : null}
        {order.statusReason ? `: ${mark(order.statusReason)}` : ""}
      </p>
    );
  }
  return (
    <ol className="steps mt-3" aria-label={t("orders.progress")}>
      {STEPS.map((step, i) => (
        <li
          key={step}
          data-done={i <= reached ? "" : undefined}
          aria-current={i === reached ? "step" : undefined}
        >
          {stepText(t, order, i === reached ? order.status : step)}
        </li>
      ))}
    </ol>
  );
}

/** Who comes for the goods is not waited for on the way. */
function stepText(t: Translate, { pickupPoint }: CheckoutOrderView, status: OrderStatus): string {
  return status === "shipped" && pickupPoint
    ? t("shipping.status_ready")
    : t(`orders.status_${status}`);
}
