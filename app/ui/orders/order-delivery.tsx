import { trackingOf } from "~/domain/fulfilment/carriers";
import type { CheckoutOrderView } from "~/domain/orders/types";
import { isStillToCome } from "~/domain/orders/order-progress";
import { carrierName } from "~/ui/fulfilment/carrier-name";
import { ProofText } from "~/ui/fulfilment/proof-text";
import { PickupPointText } from "~/ui/fulfilment/shipping-facts";
import { arrivalDays } from "~/ui/fulfilment/shipping-words";
import { useT } from "~/ui/site";
import { paths } from "~/web/paths";

/** How one household's goods come to the buyer: where to fetch them, or who brings them and where to look them up. */
export function OrderDelivery(props: { order: CheckoutOrderView; orderKey: string }) {
  const { order, orderKey } = props;
  return (
    <>
      <DeliveryWay order={order} />
      {order.proof ? (
        <ProofText proof={order.proof} photoHref={paths.buyerProofPhoto(order.code, orderKey)} />
      ) : null}
    </>
  );
}

/** Where to fetch it; or when it comes, who brings it and its tracking code. */
export function DeliveryWay({ order }: { order: CheckoutOrderView }) {
  const t = useT();
  const { carrier, trackingCode, pickupPoint } = order;
  if (pickupPoint) {
    return (
      <div className="card mt-3 px-4 py-3">
        <p className="text-soft">{t("shipping.pickup")}</p>
        <PickupPointText point={pickupPoint} />
      </div>
    );
  }
  if (!carrier) return <Expected order={order} />;
  return (
    <>
      <Expected order={order} />
      <p className="mt-3">
        {t("orders.carrier")}: <strong>{carrierName(t, carrier)}</strong>
        {trackingCode ? (
          <>
            {" · "}
            {t("orders.tracking")}: <strong className="num">{trackingCode}</strong>
          </>
        ) : null}
      </p>
      <TrackingLinks carrier={carrier} trackingCode={trackingCode ?? ""} />
    </>
  );
}

/** When it comes, as it was promised; not of what has come, or does not come any more. */
function Expected({ order }: { order: CheckoutOrderView }) {
  const t = useT();
  const { arrivesFrom, arrivesBy, status } = order;
  if (!isStillToCome(status) || arrivesFrom === null || arrivesBy === null) return null;
  return (
    <p className="mt-3">
      {t("shipping.arrival", arrivalDays({ from: arrivesFrom, to: arrivesBy }))}
    </p>
  );
}

function TrackingLinks(props: { carrier: string; trackingCode: string }) {
  const t = useT();
  const { carrier } = props;
  const tracking = trackingOf(carrier, props.trackingCode);
  if (tracking === null) return null;
  const { href, hasCode, phone } = tracking;
  return (
    <p className="no-print flex flex-wrap gap-x-6">
      {/* The carrier learns nothing of the secret address that its link stands on. */}
      <a href={href} rel="noreferrer noopener" className="inline-flex min-h-12 items-center">
        {hasCode ? t("shipping.track", { carrier }) : t("shipping.trackByCode", { carrier })}
      </a>
      {phone === null ? null : (
        <a href={`tel:${phone}`} className="num inline-flex min-h-12 items-center">
          {t("shipping.carrierPhone", { phone })}
        </a>
      )}
    </p>
  );
}
