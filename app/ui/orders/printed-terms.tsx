import { CONFIRM_WITHIN_HOURS, SEND_WITHIN_DAYS } from "~/domain/orders/order-clocks";
import { isStillToCome } from "~/domain/orders/order-progress";
import type { CheckoutView } from "~/domain/orders/types";
import { RETURN_TERMS } from "~/ui/returns/return-terms";
import { useT } from "~/ui/site";

/** By when a seller has to move, and how an order is called off, given back or complained of. */
export function PrintedTerms({ checkout }: { checkout: CheckoutView }) {
  const t = useT();
  const isWaiting = checkout.orders.some((order) => isStillToCome(order.status));
  const terms = { confirmHours: CONFIRM_WITHIN_HOURS, sendDays: SEND_WITHIN_DAYS };
  return (
    <>
      {isWaiting ? (
        <section className="mt-6 border-t border-line pt-3">
          <h2 className="text-xl">{t("orders.printSending")}</h2>
          <p className="mt-1 max-w-prose">{t("orders.printSendingText", terms)}</p>
        </section>
      ) : null}
      <section className="mt-6 border-t border-line pt-3">
        <h2 className="text-xl">{t("orders.printReturns")}</h2>
        <ul className="mt-1 max-w-prose list-disc pl-5">
          <li>{t("orders.printReturnsGoods", RETURN_TERMS)}</li>
          <li>{t("orders.printReturnsMind", RETURN_TERMS)}</li>
          <li>{t("orders.printReturnsHow", RETURN_TERMS)}</li>
          <li>{t("orders.printCancel")}</li>
        </ul>
      </section>
    </>
  );
}
