import type { Actor } from "~/domain/audit/actor";
import { consumeStock } from "~/domain/catalog/consume-stock.server";
import { outlastedDay } from "~/domain/catalog/lot-state";
import { isService } from "~/domain/catalog/ocop-sets";
import { createShipment } from "~/domain/fulfilment/create-shipment.server";
import { isMissingTrackingCode } from "~/domain/fulfilment/carriers";
import { findParcel } from "~/domain/fulfilment/queries.server";
import type { Scope } from "~/domain/identity/scope";
import { findCardStop, type CardStop } from "~/domain/payments/queries-strays-records.server";
import { setOrderClock } from "~/domain/orders/set-order-clock.server";
import { now } from "~/platform/clock.server";
import { localDateOf } from "~/platform/period";
import { fail, succeed, type Result } from "~/platform/result";
import { moveOrder, type MoveOrderCode } from "./move-order.server";

export type ShipOrderCode =
  | MoveOrderCode
  | CardStop
  | "carrier_required"
  | "tracking_code_required"
  | "lot_recalled"
  | "lot_expired"
  | "parcel_sent_otherwise";

/**
 * The parcel leaves the house, and its packs the stock. The carrier may be the household itself; it may be
 * blank only when nothing travels: the order is all services (set 26), or the buyer comes for it. The tracking code may
 * be blank, but not where a courier takes cash. Nothing leaves whose cardholder wants the money back. Packs of a recalled or expired lot do not leave: they are exchanged first (`exchangeLots`), or the order is closed.
 * Sent again the same is done; with another carrier or code the parcel stays as it was told (`parcel_sent_otherwise`).
 */
export async function shipOrder(
  actor: Actor,
  scope: Scope,
  input: { orderCode: string; carrier: string; trackingCode: string },
): Promise<Result<null, ShipOrderCode>> {
  const carrier = input.carrier.trim();
  const trackingCode = input.trackingCode.trim();
  const moved = await moveOrder<ShipOrderCode>({
    actor,
    mover: { by: "household", scope },
    orderCode: input.orderCode,
    to: "shipped",
    reason: null,
    action: "order.ship",
    effects: async (tx, order) => {
      const stop = await findCardStop(tx, order.checkoutId);
      if (stop !== null) return fail(stop);
      const isAllServices = order.lineItems.every((line) => isService(line.ocopSet));
      const isPickedUp = order.pickupPoint !== null;
      if (carrier === "" && !isAllServices && !isPickedUp) return fail("carrier_required");
      const parcel = isPickedUp ? { carrier: "", trackingCode: "" } : { carrier, trackingCode };
      const isCash = order.cashVnd > 0;
      if (isMissingTrackingCode(parcel, isCash)) return fail("tracking_code_required");
      await createShipment(tx, { orderId: order.id, ...parcel });
      // What waits to be fetched, or is done on a day to come, is not received by itself.
      if (parcel.carrier === "") await setOrderClock(tx, { orderId: order.id, clockAt: null });
      const lineItemIds = order.lineItems.map((line) => line.id);
      const lastsBeyond = outlastedDay(localDateOf(now()), parcel.carrier !== "");
      const sent = await consumeStock(tx, { lineItemIds, lastsBeyond });
      return sent.ok ? succeed(null) : sent;
    },
  });
  if (!moved.ok) return moved;
  const kept = await findParcel(input.orderCode);
  const isSame = kept?.carrier === carrier && kept.trackingCode === trackingCode;
  return kept === null || isSame ? moved : fail("parcel_sent_otherwise");
}
