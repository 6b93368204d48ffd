import type { Arrival } from "../../../app/domain/fulfilment/arrival";
import type { PickupPoint } from "../../../app/domain/households/shipping-rules";
import type { OrderStatus } from "../../../app/domain/orders/order-status";
import type { OrderTotals } from "../../../app/domain/orders/order-totals";
import type { DraftOrder } from "./draft-checkout";
import type { OrderMove } from "./order-life";

/** One order with what became of it. */
export type LivedOrder = {
  id: string;
  code: string;
  draft: DraftOrder;
  totals: OrderTotals;
  pickupPoint: PickupPoint | null;
  arrival: Arrival | null;
  /** Oldest first, at least one. */
  moves: OrderMove[];
  status: OrderStatus;
  lineItemIds: string[];
};
