import type { Actor } from "~/domain/audit/actor";
import { consumeStock } from "~/domain/catalog/consume-stock.server";
import { isService } from "~/domain/catalog/ocop-sets";
import { createShipment } from "~/domain/fulfilment/create-shipment.server";
import type { Scope } from "~/domain/identity/scope";
import { fail, succeed, type Result } from "~/platform/result";
import { moveOrder, type MoveOrderCode } from "./move-order.server";

export type ShipOrderCode = MoveOrderCode | "carrier_required" | "lot_recalled";

/**
 * The parcel leaves the house, and its packs the stock. The carrier may be the household itself; it may be
 * blank only when the order is all services (set 26) and nothing travels. The tracking code may be blank. Packs of a
 * recalled lot do not leave: they are exchanged first (`exchangeLots`), or the order is closed.
 */
export async function shipOrder(
  actor: Actor,
  scope: Scope,
  input: { orderCode: string; carrier: string; trackingCode: string },
): Promise<Result<null, ShipOrderCode>> {
  const carrier = input.carrier.trim();
  const trackingCode = input.trackingCode.trim();
  return moveOrder({
    actor,
    mover: { by: "household", scope },
    orderCode: input.orderCode,
    to: "shipped",
    reason: null,
    action: "order.ship",
    effects: async (tx, order) => {
      const isAllServices = order.lineItems.every((line) => isService(line.ocopSet));
      if (carrier === "" && !isAllServices) return fail("carrier_required");
      await createShipment(tx, { orderId: order.id, carrier, trackingCode });
      const lineItemIds = order.lineItems.map((line) => line.id);
      const sent = await consumeStock(tx, { lineItemIds });
      return sent.ok ? succeed(null) : sent;
    },
  });
}
