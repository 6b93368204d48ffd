import type { Actor } from "~/domain/audit/actor";
import { consumeStock } from "~/domain/catalog/consume-stock.server";
import { isService } from "~/domain/catalog/ocop-sets";
import { createShipment } from "~/domain/fulfilment/create-shipment.server";
import type { Scope } from "~/domain/identity/scope";
import { fail, succeed, type Result } from "~/platform/result";
import { moveOrder, type MoveOrderCode } from "./move-order.server";

export type ShipOrderCode = MoveOrderCode | "carrier_required";

/**
 * The parcel leaves the house, and its packs the stock. The carrier may be the household itself; it may be
 * blank only when the order is all services (set 26) and nothing travels. The tracking code may be blank.
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
    scope,
    orderCode: input.orderCode,
    to: "shipped",
    reason: null,
    action: "order.ship",
    effects: async (tx, order) => {
      const isAllServices = order.lineItems.every((line) => isService(line.ocopSet));
      if (carrier === "" && !isAllServices) return fail("carrier_required");
      await createShipment(tx, { orderId: order.id, carrier, trackingCode });
      await consumeStock(tx, { lineItemIds: order.lineItems.map((line) => line.id) });
      return succeed(null);
    },
  });
}
