import type { CheckoutOrderView } from "~/domain/orders/types";
import { carrierName } from "~/ui/fulfilment/carrier-name";
import { useBilingual, useMark } from "~/ui/in-language";
import { Money } from "~/ui/primitives/money";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

const STEPS = ["placed", "confirmed", "shipped", "delivered"] as const;

/** One household's part of what was ordered: how far it is, its parcel and its lines. */
export function HouseholdOrder({ order }: { order: CheckoutOrderView }) {
  const t = useT();
  const language = useLanguage();
  const bilingual = useBilingual();
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
      <ul className="mt-3">
        {order.lineItems.map((line) => (
          <li
            key={line.productSlug}
            className="flex justify-between gap-4 border-b border-line py-2"
          >
            <span>
              <a href={paths.product(language, line.productSlug)} className="text-ink">
                {bilingual(line.productName, line.productNameEn)}
              </a>
              <span className="block text-sm text-soft">
                {bilingual(line.packLabel, line.packLabelEn)} × {line.quantity} ·{" "}
                <Money amountVnd={line.unitPriceVnd} language={language} />
              </span>
            </span>
            <Money amountVnd={line.totalVnd} language={language} />
          </li>
        ))}
        <li className="flex justify-between gap-4 py-2 text-soft">
          <span>{t("orders.shippingFee")}</span>
          <Money amountVnd={order.shippingVnd} language={language} />
        </li>
      </ul>
    </section>
  );
}

/** The four steps, or the one word for an order that left the road. */
function Progress({ order }: { order: CheckoutOrderView }) {
  const t = useT();
  const mark = useMark();
  const reached = STEPS.findIndex((step) => step === order.status);
  if (reached < 0) {
    return (
      <p className="mt-2 font-medium text-persimmon">
        {t(`orders.status_${order.status}`)}
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
          {t(`orders.status_${step}`)}
        </li>
      ))}
    </ol>
  );
}
