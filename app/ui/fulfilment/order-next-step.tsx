import { CARRIERS } from "~/domain/fulfilment/carriers";
import { OPEN_ORDER_STATUSES } from "~/domain/orders/order-progress";
import type { HouseholdOrderView } from "~/domain/orders/types";
import { Notice } from "~/ui/primitives/notice";
import { useT } from "~/ui/site";
import { errorText } from "~/web/i18n";
import { paths } from "~/web/paths";
import { carrierName } from "./carrier-name";

/** What to do next, as one big button; the rare endings are folded away below it. */
export function OrderNextStep(props: { order: HouseholdOrderView; problem: string | null }) {
  const t = useT();
  const { order } = props;
  const isOver = !OPEN_ORDER_STATUSES.some((status) => status === order.status);
  return (
    <section className="card my-6 px-5 py-4">
      {isOver ? null : <h2 className="text-xl">{t("households.orderNext")}</h2>}
      {props.problem ? <Notice tone="attention" title={errorText(t, props.problem)} /> : null}
      <NextMove order={order} />
      {order.status === "placed" || order.status === "confirmed" ? (
        <ClosureSection code={order.code} to="cancelled" />
      ) : null}
      {order.status === "shipped" ? <ClosureSection code={order.code} to="refused" /> : null}
    </section>
  );
}

function NextMove({ order }: { order: HouseholdOrderView }) {
  const t = useT();
  const isCash = order.method === "cod";
  switch (order.status) {
    case "placed":
      return (
        <form method="post" action={paths.orderConfirmation(order.code)}>
          <p className="mt-1">{t("households.orderNext_placed")}</p>
          <button className="button button-main mt-3 w-full text-lg">
            {t("households.confirmOrder")}
          </button>
        </form>
      );
    case "confirmed":
      return <ShipmentForm order={order} />;
    case "shipped":
      return (
        <form method="post" action={paths.orderDelivery(order.code)}>
          <p className="mt-1">
            {isCash ? t("households.orderNext_shippedCod") : t("households.orderNext_shipped")}
          </p>
          <button className="button button-main mt-3 w-full text-lg">
            {isCash ? t("households.deliverOrderCod") : t("households.deliverOrder")}
          </button>
        </form>
      );
    case "delivered":
    case "cancelled":
    case "refused":
      return (
        <>
          <p className="text-lg">{t(`households.orderDone_${order.status}`)}</p>
          {order.statusReason ? (
            <p className="mt-1">{t("households.reasonGiven", { reason: order.statusReason })}</p>
          ) : null}
        </>
      );
  }
}

function ShipmentForm({ order }: { order: HouseholdOrderView }) {
  const t = useT();
  // Only services cost nothing to send; should goods ever, the flow asks for the carrier.
  const mayBeService = order.shippingVnd === 0;
  return (
    <form method="post" action={paths.orderShipment(order.code)}>
      <p className="mt-1">{t("households.orderNext_confirmed")}</p>
      <label htmlFor="carrier" className="mt-3 block font-semibold">
        {t("households.carrier")}
      </label>
      <select
        id="carrier"
        name="carrier"
        defaultValue={mayBeService ? "" : CARRIERS[0]}
        className="mt-1"
      >
        {mayBeService ? <option value="">{t("households.carrier_none")}</option> : null}
        {CARRIERS.map((carrier) => (
          <option key={carrier} value={carrier}>
            {carrierName(t, carrier)}
          </option>
        ))}
      </select>
      <label htmlFor="tracking-code" className="mt-3 block font-semibold">
        {t("households.trackingCode")}
        <span className="font-normal text-soft"> ({t("common.optional")})</span>
      </label>
      <input
        id="tracking-code"
        name="trackingCode"
        maxLength={60}
        autoComplete="off"
        className="mt-1"
      />
      <button className="button button-main mt-4 w-full text-lg">
        {t("households.shipOrder")}
      </button>
    </form>
  );
}

function ClosureSection({ code, to }: { code: string; to: "cancelled" | "refused" }) {
  const t = useT();
  const isCancel = to === "cancelled";
  return (
    <details className="mt-5 border-t border-line">
      <summary className="min-h-12 cursor-pointer py-3 font-semibold">
        {isCancel ? t("households.cancelTitle") : t("households.refuseTitle")}
      </summary>
      <form method="post" action={paths.orderClosure(code)}>
        {isCancel ? <p>{t("households.cancelText")}</p> : null}
        <input type="hidden" name="to" value={to} />
        <label htmlFor="reason" className="mt-3 block font-semibold">
          {isCancel ? t("households.cancelReason") : t("households.refuseReason")}
          {isCancel ? null : (
            <span className="font-normal text-soft"> ({t("common.optional")})</span>
          )}
        </label>
        <textarea
          id="reason"
          name="reason"
          rows={2}
          maxLength={300}
          required={isCancel}
          className="mt-1"
        />
        <button className="button button-danger mt-3 w-full">
          {isCancel ? t("households.cancelOrder") : t("households.refuseOrder")}
        </button>
      </form>
    </details>
  );
}
