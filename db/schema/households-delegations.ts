import { sql } from "drizzle-orm";
import {
  CONSENT_WAYS,
  DELEGATION_ENDERS,
  type ConsentWay,
  type DelegationEnder,
} from "../../app/domain/households/delegation-terms";
import type { Power } from "../../app/domain/identity/powers";
import { count, flag, id, instant, integerCheck, json, localDate, oneOf, text } from "../columns";
import { check, index, table } from "../dialect";
import { households } from "./households";
import { users } from "./identity";
import { communes } from "./places";

/**
 * A household's recorded, expiring, revocable consent that an agent works for it: asked for, given, ended. One that ended
 * before it was given was refused or taken back. It holds while it has been given, has not ended and not expired.
 */
export const delegations = table(
  "delegations",
  {
    id: id(),
    code: text("code").notNull().unique(), // GH-7K3QXM9, in the link by which the household ends it
    householdId: text("household_id")
      .notNull()
      .references(() => households.id),
    agentId: text("agent_id")
      .notNull()
      .references(() => users.id),
    powers: json<Power[]>("powers").notNull(),
    days: count("days").notNull(), // so long it holds from when it was given
    termsVersion: count("terms_version").notNull(), // of the text that was agreed to
    way: text("way").$type<ConsentWay>().notNull(),
    codeId: text("code_id"), // of the digits that the household was sent; its row goes after a day
    sheetPhotoId: text("sheet_photo_id"), // of the sheet that it signed
    signedOn: localDate("signed_on"),
    askedAt: instant("asked_at").notNull(),
    consentedAt: instant("consented_at"),
    expiresAt: instant("expires_at"),
    checkedById: text("checked_by_id").references(() => users.id), // the officer who held the sheet against the household
    endedAt: instant("ended_at"),
    endedBy: text("ended_by").$type<DelegationEnder>(),
    endReason: text("end_reason"),
    isSample: flag("is_sample").notNull().default(false),
  },
  (t) => [
    index("delegations_agent").on(t.agentId, t.expiresAt),
    index("delegations_household").on(t.householdId, t.askedAt),
    index("delegations_unchecked")
      .on(t.askedAt)
      .where(sql`way = 'sheet' and consented_at is null and ended_at is null`),
    oneOf("delegations_way", t.way, CONSENT_WAYS),
    oneOf("delegations_ended_by", t.endedBy, DELEGATION_ENDERS),
    integerCheck("delegations_days", t.days, 1),
    check("delegations_given", sql`(consented_at is null) = (expires_at is null)`),
    check("delegations_ended", sql`(ended_at is null) = (ended_by is null)`),
    check(
      "delegations_evidence",
      sql`case way when 'code' then code_id is not null else is_sample or (sheet_photo_id is not null and signed_on is not null) end`,
    ),
  ],
);

/**
 * A household's sheet that an agent's phone sent: under the id that the phone made it is one household, sent twice or put
 * right after its answer got lost.
 */
export const registeredSheets = table("registered_sheets", {
  id: id(),
  agentId: text("agent_id")
    .notNull()
    .references(() => users.id),
  householdId: text("household_id")
    .notNull()
    .references(() => households.id),
  delegationId: text("delegation_id").references(() => delegations.id), // of the question that it asks; null: none
  photoHash: text("photo_hash"), // SHA-256 of the photo that the question came with
  registeredAt: instant("registered_at").notNull(),
});

/**
 * What the department asks of a helper: so many households that sell within these days, both included. The newest of a
 * helper holds. Append-only (triggers).
 */
export const helperTargets = table(
  "helper_targets",
  {
    id: id(),
    agentId: text("agent_id")
      .notNull()
      .references(() => users.id),
    householdCount: count("household_count").notNull(),
    startsOn: localDate("starts_on").notNull(),
    endsOn: localDate("ends_on").notNull(),
    setById: text("set_by_id")
      .notNull()
      .references(() => users.id),
    setAt: instant("set_at").notNull(),
    isSample: flag("is_sample").notNull().default(false),
  },
  (t) => [
    index("helper_targets_agent").on(t.agentId, t.id),
    integerCheck("helper_targets_household_count", t.householdCount, 1),
    check("helper_targets_days", sql`${t.startsOn} <= ${t.endsOn}`),
  ],
);

/**
 * What the department asks of a commune, whoever helps there: so many of its households that sell within these days, both
 * included. The newest of a commune holds. Append-only (triggers).
 */
export const communeTargets = table(
  "commune_targets",
  {
    id: id(), // made with the form
    communeCode: text("commune_code")
      .notNull()
      .references(() => communes.code),
    householdCount: count("household_count").notNull(),
    startsOn: localDate("starts_on").notNull(),
    endsOn: localDate("ends_on").notNull(),
    setById: text("set_by_id")
      .notNull()
      .references(() => users.id),
    setAt: instant("set_at").notNull(),
    isSample: flag("is_sample").notNull().default(false),
  },
  (t) => [
    index("commune_targets_commune").on(t.communeCode, t.setAt),
    integerCheck("commune_targets_household_count", t.householdCount, 1),
    check("commune_targets_days", sql`${t.startsOn} <= ${t.endsOn}`),
  ],
);
