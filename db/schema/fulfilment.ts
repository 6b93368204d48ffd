import type { DeliveryProof } from "../../app/domain/orders/delivery-proof";
import {
  count,
  flag,
  id,
  instant,
  integerCheck,
  json,
  localDate,
  text,
  vnd,
  vndCheck,
} from "../columns";
import { index, table } from "../dialect";
import { users } from "./identity";
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
    proof: json<DeliveryProof | null>("proof"), // recorded once (trigger)
  },
  (t) => [index("shipments_order").on(t.orderId)],
);

/**
 * What shipping costs the buyer, from a day on, in each zone: a first step of weight and each further one begun. Rows
 * are never changed or deleted (trigger); one that is not in force yet may be withdrawn.
 */
export const shippingTariffs = table(
  "shipping_tariffs",
  {
    id: id(),
    effectiveOn: localDate("effective_on").notNull(),
    stepGrams: count("step_grams").notNull(),
    volumetricDivisor: count("volumetric_divisor").notNull(), // cm3 that count as 1 kg
    nearProvinceCodes: json<string[]>("near_province_codes").notNull(), // the zone `near`
    inProvinceFirstVnd: vnd("in_province_first_vnd").notNull(),
    inProvinceNextVnd: vnd("in_province_next_vnd").notNull(),
    nearFirstVnd: vnd("near_first_vnd").notNull(),
    nearNextVnd: vnd("near_next_vnd").notNull(),
    elsewhereFirstVnd: vnd("elsewhere_first_vnd").notNull(),
    elsewhereNextVnd: vnd("elsewhere_next_vnd").notNull(),
    enteredById: text("entered_by_id").references(() => users.id), // null: came with the program
    enteredAt: instant("entered_at").notNull(),
    withdrawnAt: instant("withdrawn_at"),
    isSample: flag("is_sample").notNull().default(false),
  },
  (t) => [
    index("shipping_tariffs_effective").on(t.effectiveOn, t.enteredAt),
    integerCheck("shipping_tariffs_step_grams", t.stepGrams, 1),
    integerCheck("shipping_tariffs_volumetric_divisor", t.volumetricDivisor, 1),
    vndCheck("shipping_tariffs_in_province_first_vnd", t.inProvinceFirstVnd),
    vndCheck("shipping_tariffs_in_province_next_vnd", t.inProvinceNextVnd),
    vndCheck("shipping_tariffs_near_first_vnd", t.nearFirstVnd),
    vndCheck("shipping_tariffs_near_next_vnd", t.nearNextVnd),
    vndCheck("shipping_tariffs_elsewhere_first_vnd", t.elsewhereFirstVnd),
    vndCheck("shipping_tariffs_elsewhere_next_vnd", t.elsewhereNextVnd),
  ],
);
