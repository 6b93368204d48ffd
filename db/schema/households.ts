import { sql } from "drizzle-orm";
import {
  HOUSEHOLD_KINDS,
  HOUSEHOLD_STATUSES,
  type HouseholdKind,
  type HouseholdStatus,
} from "../../app/domain/households/household-status";
import { PROFILE_STATUSES, type ProfileStatus } from "../../app/domain/households/profile-status";
import {
  FRESH_REACHES,
  type FreshReach,
  type PickupPoint,
} from "../../app/domain/households/shipping-rules";
import type { ShopClosure } from "../../app/domain/households/shop-closure";
import { flag, id, instant, json, localDate, oneOf, text, vnd, vndCheck } from "../columns";
import { index, primaryKey, table, uniqueIndex } from "../dialect";
import { users } from "./identity";
import { communes } from "./places";

/** A re-encoded photo of the household or its garden; its files lie beside those of products. */
export type HouseholdPhoto = { id: string; width: number; height: number; widths: number[] };

/** The selling unit: a farm household, a cooperative or a small business. */
export const households = table(
  "households",
  {
    id: id(),
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    kind: text("kind").$type<HouseholdKind>().notNull(),
    contactName: text("contact_name").notNull(),
    phone: text("phone").notNull(),
    communeCode: text("commune_code")
      .notNull()
      .references(() => communes.code),
    addressLine: text("address_line").notNull(),
    taxCode: text("tax_code"), // digits alone, see tax-code.ts; null: not stated
    // The day on which its last checked licence to sell alcohol runs out; kept equal to `documents` by moveDocument.
    alcoholLicensedUntil: localDate("alcohol_licensed_until"),
    story: text("story").notNull().default(""),
    storyEn: text("story_en"),
    photo: json<HouseholdPhoto | null>("photo"), // approved, as the story is
    freshReach: text("fresh_reach").$type<FreshReach>().notNull().default("anywhere"),
    shipDays: json<number[] | null>("ship_days"), // 1 Monday to 7 Sunday; null: the household has not said
    freeShippingFromVnd: vnd("free_shipping_from_vnd"), // of one order; the household bears the cost
    pickupPoints: json<PickupPoint[]>("pickup_points").notNull().default([]),
    closure: json<ShopClosure | null>("closure"), // when it takes no orders; may be over
    status: text("status").$type<HouseholdStatus>().notNull(),
    statusReason: text("status_reason"),
    isSample: flag("is_sample").notNull().default(false),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    index("households_commune").on(t.communeCode),
    index("households_status").on(t.status, t.createdAt),
    oneOf("households_kind", t.kind, HOUSEHOLD_KINDS),
    oneOf("households_status_word", t.status, HOUSEHOLD_STATUSES),
    oneOf("households_fresh_reach", t.freshReach, FRESH_REACHES),
    vndCheck("households_free_shipping_from_vnd", t.freeShippingFromVnd, 1),
  ],
);

export const householdMembers = table(
  "household_members",
  {
    householdId: text("household_id")
      .notNull()
      .references(() => households.id),
    userId: text("user_id")
      .notNull()
      .references(() => users.id),
  },
  (t) => [
    primaryKey({ columns: [t.householdId, t.userId] }),
    index("household_members_user").on(t.userId),
  ],
);

/** Every move of a household's status. Append-only (trigger). */
export const householdEvents = table(
  "household_events",
  {
    id: id(),
    householdId: text("household_id")
      .notNull()
      .references(() => households.id),
    fromStatus: text("from_status").$type<HouseholdStatus>(),
    toStatus: text("to_status").$type<HouseholdStatus>().notNull(),
    reason: text("reason"),
    actorId: text("actor_id"),
    occurredAt: instant("occurred_at").notNull(),
  },
  (t) => [index("household_events_household").on(t.householdId)],
);

/**
 * What a household wants to say of itself, until the department has looked at it; what was approved before is shown
 * meanwhile. A row is one sending and its answer: it moves once and then stays (trigger).
 */
export const profileChanges = table(
  "profile_changes",
  {
    id: id(),
    householdId: text("household_id")
      .notNull()
      .references(() => households.id),
    story: text("story").notNull(),
    storyEn: text("story_en"),
    photo: json<HouseholdPhoto | null>("photo"), // null: the photo stays as it is
    status: text("status").$type<ProfileStatus>().notNull(),
    reason: text("reason"),
    sentAt: instant("sent_at").notNull(),
    decidedAt: instant("decided_at"),
    deciderId: text("decider_id"),
  },
  (t) => [
    index("profile_changes_household").on(t.householdId, t.sentAt),
    index("profile_changes_status").on(t.status, t.sentAt),
    uniqueIndex("profile_changes_waiting")
      .on(t.householdId)
      .where(sql`status = 'awaiting_approval'`),
    oneOf("profile_changes_status_word", t.status, PROFILE_STATUSES),
  ],
);
