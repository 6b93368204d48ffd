import { inArray, sql } from "drizzle-orm";
import { checkouts, orders } from "~db/schema/orders";
import { DOOR_METHODS, type PaymentMethod } from "~/domain/orders/payment-methods";

/** `soldBy` of orders/payment-methods for a row of orders and checkouts. */
export const soldByOfRow = sql<PaymentMethod>`case
  when not ${inArray(checkouts.method, DOOR_METHODS)} then ${checkouts.method}
  when ${orders.cashVnd} > 0 then 'cod'
  else 'vietqr_on_delivery' end`;
