import { isBroughtByHousehold } from "~/domain/fulfilment/carriers";
import type { HouseholdOrderView } from "~/domain/orders/types";

/** True when the household brings the parcel itself and takes the cash at the door; known once it is shipped. */
export function takesCashItself(order: Pick<HouseholdOrderView, "cashVnd" | "carrier">): boolean {
  return order.cashVnd > 0 && order.carrier !== null && isBroughtByHousehold(order.carrier);
}
