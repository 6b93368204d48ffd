import type { CheckoutOrderView } from "~/domain/orders/types";
import type { PaymentMethod } from "~/domain/orders/payment-methods";
import { isPaidAtDoor } from "~/domain/orders/payment-methods";
import type { ReturnableView, ReturnSummary } from "~/domain/returns/types";
import { formatInstant } from "~/platform/period";
import { ReturnStatusMark } from "~/ui/returns/return-status-mark";
import { useLanguage, useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** What a buyer may do about one order: call it off, say that it came, or that something is wrong; and what was asked. */
export function OrderActions(props: {
  order: CheckoutOrderView;
  method: PaymentMethod;
  /** One that only shows has no moves. */
  link: { code: string; key: string; mayAct: boolean };
  returnable: ReturnableView | undefined;
  requests: readonly ReturnSummary[];
}) {
  const t = useT();
  const language = useLanguage();
  const { order, link, returnable, requests } = props;
  const target = { ...link, order: order.code };
  const isOnItsWay = order.status === "shipped";
  const canCancel = order.status === "placed" || order.status === "confirmed";
  return (
    <div className="no-print mt-3">
      {isOnItsWay && order.clockAt !== null ? (
        <p className="text-soft">
          {t("orders.receivedByItself", { time: formatInstant(order.clockAt) })}
        </p>
      ) : null}
      <RequestLinks requests={requests} link={link} />
      <div className="mt-3 flex flex-wrap gap-3">
        {link.mayAct && isOnItsWay ? (
          <form method="post" action={paths.orderReceipt(language, link.code, link.key)}>
            <input type="hidden" name="order" value={order.code} />
            <button className="button button-main">
              {isPaidAtDoor(props.method) ? t("orders.receivedAndPaid") : t("orders.received")}
            </button>
          </form>
        ) : null}
        {link.mayAct && returnable ? (
          <a className="button button-quiet" href={paths.newReturn(language, target)}>
            {order.status === "shipped" ? t("returns.missingLink") : t("returns.newLink")}
          </a>
        ) : null}
        {link.mayAct && canCancel ? (
          <a className="button button-quiet" href={paths.orderCancellation(language, target)}>
            {t("orders.cancelLink")}
          </a>
        ) : null}
      </div>
    </div>
  );
}

function RequestLinks(props: {
  requests: readonly ReturnSummary[];
  link: { code: string; key: string };
}) {
  const language = useLanguage();
  const t = useT();
  if (props.requests.length === 0) return null;
  return (
    <ul className="mt-2">
      {props.requests.map((request) => (
        <li key={request.code} className="flex flex-wrap items-center gap-3 py-2">
          <a
            className="inline-flex min-h-12 items-center"
            href={paths.buyerReturn(language, { ...props.link, request: request.code })}
          >
            {t("returns.requestTitle", { code: request.code })}
          </a>
          <ReturnStatusMark status={request.status} />
        </li>
      ))}
    </ul>
  );
}
