import { sql } from "drizzle-orm";
import { HARVEST_STATUSES, type HarvestStatus } from "../../app/domain/preorders/harvest-status";
import {
  PREORDER_MOVERS,
  PREORDER_STATUSES,
  type PreorderMover,
  type PreorderStatus,
} from "../../app/domain/preorders/preorder-status";
import type { CompleteLanguage } from "../../app/platform/language";
import {
  count,
  flag,
  id,
  instant,
  integerCheck,
  localDate,
  oneOf,
  text,
  vnd,
  vndCheck,
} from "../columns";
import { check, index, table, uniqueIndex } from "../dialect";
import { products } from "./catalog";
import { users } from "./identity";
import { checkouts } from "./orders";
import { communes } from "./places";

/** A crop of a product that buyers may order before it is there. */
export const harvests = table(
  "harvests",
  {
    id: id(), // made with the form: the same form sent twice opens one
    productId: text("product_id")
      .notNull()
      .references(() => products.id),
    harvestFrom: localDate("harvest_from").notNull(),
    harvestTo: localDate("harvest_to").notNull(),
    closesOn: localDate("closes_on").notNull(), // the last day on which buyers are taken
    capCount: count("cap_count").notNull(), // packs that may be promised
    unitPriceVnd: vnd("unit_price_vnd").notNull(), // promised to all on the list
    status: text("status").$type<HarvestStatus>().notNull(),
    clockAt: instant("clock_at"), // when it ends by itself; null: it has ended
    openedAt: instant("opened_at").notNull(),
    isSample: flag("is_sample").notNull().default(false),
  },
  (t) => [
    // One list at a time: a lot that comes in serves it.
    uniqueIndex("harvests_active")
      .on(t.productId)
      .where(sql`status in ('open', 'closed')`),
    index("harvests_product").on(t.productId),
    index("harvests_clock")
      .on(t.clockAt)
      .where(sql`clock_at is not null`),
    integerCheck("harvests_cap_count", t.capCount, 1),
    vndCheck("harvests_unit_price_vnd", t.unitPriceVnd, 1),
    oneOf("harvests_status", t.status, HARVEST_STATUSES),
    check(
      "harvests_days",
      sql`${t.harvestFrom} <= ${t.harvestTo} and ${t.closesOn} <= ${t.harvestTo}`,
    ),
  ],
);

/** A buyer's place on the list of a harvest, first come first served. */
export const preorders = table(
  "preorders",
  {
    id: id(),
    code: text("code").notNull().unique(), // `DT-7K3QXM9`
    submissionKey: text("submission_key").notNull().unique(), // the same form sent twice makes one place
    harvestId: text("harvest_id")
      .notNull()
      .references(() => harvests.id),
    buyerId: text("buyer_id").references(() => users.id), // null: guest
    buyerName: text("buyer_name").notNull(),
    buyerPhone: text("buyer_phone").notNull(),
    communeCode: text("commune_code")
      .notNull()
      .references(() => communes.code),
    addressLine: text("address_line").notNull(),
    language: text("language").$type<CompleteLanguage>().notNull(),
    packCount: count("pack_count").notNull(),
    status: text("status").$type<PreorderStatus>().notNull(),
    checkoutId: text("checkout_id")
      .unique()
      .references(() => checkouts.id), // once it is served
    placedAt: instant("placed_at").notNull(),
    isSample: flag("is_sample").notNull().default(false),
  },
  (t) => [
    index("preorders_harvest").on(t.harvestId, t.status, t.id),
    index("preorders_buyer").on(t.buyerId),
    index("preorders_phone").on(t.buyerPhone),
    integerCheck("preorders_pack_count", t.packCount, 1),
    oneOf("preorders_status", t.status, PREORDER_STATUSES),
    check("preorders_checkout", sql`(${t.status} = 'served') = (${t.checkoutId} is not null)`),
  ],
);

/** Every move of a place on a list. Append-only (trigger). */
export const preorderEvents = table(
  "preorder_events",
  {
    id: id(),
    preorderId: text("preorder_id")
      .notNull()
      .references(() => preorders.id),
    fromStatus: text("from_status").$type<PreorderStatus>(),
    toStatus: text("to_status").$type<PreorderStatus>().notNull(),
    movedBy: text("moved_by").$type<PreorderMover>().notNull(),
    reason: text("reason").notNull(), // blank but where it was struck
    actorId: text("actor_id"),
    occurredAt: instant("occurred_at").notNull(),
  },
  (t) => [
    index("preorder_events_preorder").on(t.preorderId),
    oneOf("preorder_events_to", t.toStatus, PREORDER_STATUSES),
    oneOf("preorder_events_moved_by", t.movedBy, PREORDER_MOVERS),
  ],
);
