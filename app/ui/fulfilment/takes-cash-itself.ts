import { isBroughtByHousehold } from "~/domain/fulfilment/carriers";
import type { HouseholdOrderView } from "~/domain/orders/types";

/** True when the household brings the parcel itself and takes the cash at the door; known once it is shipped. */
export function takesCashItself(order: Pick<HouseholdOrderView, "method" | "carrier">): boolean {
  return order.method === "cod" && order.carrier !== null && isBroughtByHousehold(order.carrier);
}
