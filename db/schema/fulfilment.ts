import {
  id,
  instant,
  integerCheck,
  count,
  localDate,
  oneOf,
  text,
  vnd,
  vndCheck,
} from "../columns";
import { index, table } from "../dialect";
import { orders } from "./orders";

/** One parcel of an order. */
export const shipments = table(
  "shipments",
  {
    id: id(),
    orderId: text("order_id")
      .notNull()
      .references(() => orders.id),
    carrier: text("carrier").notNull(),
    trackingCode: text("tracking_code").notNull().default(""),
    shippedAt: instant("shipped_at").notNull(),
    deliveredAt: instant("delivered_at"),
  },
  (t) => [index("shipments_order").on(t.orderId)],
);

/** What shipping costs the buyer, from a date on: a first step and each further 500 g. */
export const shippingRates = table(
  "shipping_rates",
  {
    id: id(),
    effectiveOn: localDate("effective_on").notNull(),
    zone: text("zone").$type<"in_province" | "elsewhere">().notNull(),
    firstStepVnd: vnd("first_step_vnd").notNull(), // up to 500 g
    nextStepVnd: vnd("next_step_vnd").notNull(), // each further 500 g begun
    stepGrams: count("step_grams").notNull().default(500),
  },
  (t) => [
    index("shipping_rates_zone").on(t.zone, t.effectiveOn),
    oneOf("shipping_rates_zone_word", t.zone, ["in_province", "elsewhere"]),
    vndCheck("shipping_rates_first_step_vnd", t.firstStepVnd),
    vndCheck("shipping_rates_next_step_vnd", t.nextStepVnd),
    integerCheck("shipping_rates_step_grams", t.stepGrams, 1),
  ],
);
