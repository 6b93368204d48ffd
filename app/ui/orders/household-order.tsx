import type { ReactNode } from "react";
import type { CheckoutOrderView } from "~/domain/orders/types";
import { carrierName } from "~/ui/fulfilment/carrier-name";
import { useMark } from "~/ui/in-language";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";
import { OrderedLines } from "./ordered-lines";

const STEPS = ["placed", "confirmed", "shipped", "delivered"] as const;

/** One household's part of what was ordered: how far it is, its parcel and its lines. */
export function HouseholdOrder(props: { order: CheckoutOrderView; children?: ReactNode }) {
  const t = useT();
  const language = useLanguage();
  const { order, children } = props;
  return (
    <section className="border-t border-line py-6">
      <h3 className="text-lg">
        <a href={paths.household(language, order.householdSlug)}>{order.householdName}</a>
        <span className="num font-normal text-soft"> · {order.code}</span>
      </h3>
      <Progress order={order} />
      {order.carrier ? (
        <p className="mt-3">
          {t("orders.carrier")}: <strong>{carrierName(t, order.carrier)}</strong>
          {order.trackingCode ? (
            <>
              {" · "}
              {t("orders.tracking")}: <strong className="num">{order.trackingCode}</strong>
            </>
          ) : null}
        </p>
      ) : null}
      <OrderedLines order={order} />
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
        {t(`orders.status_${order.status}`)}
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
          {t(`orders.status_${i === reached && order.status === "packed" ? "packed" : step}`)}
        </li>
      ))}
    </ol>
  );
}
